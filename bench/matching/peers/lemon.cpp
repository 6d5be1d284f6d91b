// LEMON's minimum-cost flow solvers on an instance of `hamyar match`.
//
//   lemon INSTANCE simplex|capacity|cost [CONVEX [CARRIED]]
//
// (CARRIED: a file of 32-bit numbers, the tasks that each volunteer carries already, from which CONVEX goes on)
// prints {"ms": …, "cpuMs": …, "cost": …}. What is timed begins with the instance's arrays in memory and ends with the flow: building
// the graph (StaticDigraph, the fastest LEMON has, straight from the sorted rows), filling the solver, its run. Reading
// the file is not timed. Volunteers whom nobody can reach are left out, and nobody has more slots than needs that reach
// them, which only helps the solvers.
//
// The network: every need sends one unit to a volunteer or, for its penalty, straight to the sink; every volunteer has
// arcs to the sink, one for each cost of a task (tasks of equal cost share one arc).

#include <lemon/capacity_scaling.h>
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using Clock = std::chrono::steady_clock;
using Graph = lemon::StaticDigraph;

struct Instance {
  int needs = 0, volunteers = 0, edges = 0;
  std::vector<int32_t> words, carried;
  const int32_t *row, *col, *cost, *capacity, *penalty;
};

static Instance read(const char *path) {
  Instance it;
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) throw std::runtime_error("cannot read the instance");
  it.words.resize(static_cast<size_t>(file.tellg()) / 4);
  file.seekg(0);
  file.read(reinterpret_cast<char *>(it.words.data()), static_cast<std::streamsize>(it.words.size() * 4));
  it.needs = it.words[1], it.volunteers = it.words[2], it.edges = it.words[3];
  it.row = it.words.data() + 8;
  it.col = it.row + it.needs + 1;
  it.cost = it.col + it.edges;
  it.capacity = it.cost + it.edges;
  it.penalty = it.capacity + it.volunteers;
  return it;
}

static std::vector<int32_t> readCarried(const char *path, int volunteers) {
  std::vector<int32_t> carried(volunteers, 0);
  std::ifstream file(path, std::ios::binary);
  if (!file.read(reinterpret_cast<char *>(carried.data()), static_cast<std::streamsize>(carried.size() * 4)))
    throw std::runtime_error("cannot read what is carried");
  return carried;
}

struct Network {
  Graph graph;
  std::vector<int> upper, cost;
  int needs = 0, sink = 0;
};

static void build(const Instance &it, const std::vector<int> &convex, Network &net) {
  std::vector<int> reach(it.volunteers, 0), node(it.volunteers, -1);
  for (int e = 0; e < it.edges; ++e) ++reach[it.col[e]];
  int nodes = it.needs;
  for (int v = 0; v < it.volunteers; ++v)
    if (reach[v] > 0 && it.capacity[v] > 0) node[v] = nodes++;
  net.needs = it.needs;
  net.sink = nodes;
  std::vector<std::pair<int, int>> arcs;
  arcs.reserve(static_cast<size_t>(it.edges) + it.needs + static_cast<size_t>(nodes - it.needs) * convex.size());
  net.upper.reserve(arcs.capacity());
  net.cost.reserve(arcs.capacity());
  auto add = [&](int from, int to, int upper, int cost) {
    arcs.emplace_back(from, to);
    net.upper.push_back(upper);
    net.cost.push_back(cost);
  };
  for (int i = 0; i < it.needs; ++i) {
    for (int e = it.row[i]; e < it.row[i + 1]; ++e)
      if (node[it.col[e]] != -1) add(i, node[it.col[e]], 1, it.cost[e]);
    add(i, net.sink, 1, it.penalty[i]);
  }
  for (int v = 0; v < it.volunteers; ++v) {
    if (node[v] == -1) continue;
    int left = std::min(it.capacity[v], reach[v]);
    const size_t from = it.carried.empty() ? 0 : std::min<size_t>(it.carried[v], convex.size() - 1);
    for (size_t task = from; task < convex.size() && left > 0;) {
      size_t next = task + 1;
      while (next < convex.size() && convex[next] == convex[task]) ++next;
      const int share = next == convex.size() ? left : std::min<int>(left, static_cast<int>(next - task));
      add(node[v], net.sink, share, convex[task]);
      left -= share;
      task = next;
    }
  }
  net.graph.build(nodes + 1, arcs.begin(), arcs.end());
}

using Ints = std::vector<int>;

// Arcs of a StaticDigraph are numbered as they were given, since they were given sorted by source.
struct ArcMap {
  typedef Graph::Arc Key;
  typedef int Value;
  const Ints &values;
  int operator[](const Key &arc) const { return values[Graph::id(arc)]; }
};

struct Supply {
  typedef Graph::Node Key;
  typedef int Value;
  int needs, sink;
  int operator[](const Key &node) const {
    const int id = Graph::id(node);
    return id < needs ? 1 : id == sink ? -needs : 0;
  }
};

template <typename Solver, typename... Options>
static long long run(const Network &net, Options... options) {
  Solver solver(net.graph);
  solver.upperMap(ArcMap{net.upper}).costMap(ArcMap{net.cost}).supplyMap(Supply{net.needs, net.sink});
  if (solver.run(options...) != Solver::OPTIMAL) throw std::runtime_error("no optimum");
  return solver.template totalCost<long long>();
}

int main(int count, char **words) {
  if (count < 3) return 2;
  Instance it = read(words[1]);
  if (count > 4) it.carried = readCarried(words[4], it.volunteers);
  Ints convex{0};
  if (count > 3) {
    convex.clear();
    std::stringstream list(words[3]);
    for (std::string part; std::getline(list, part, ',');) convex.push_back(std::atoi(part.c_str()));
  }
  const auto begin = Clock::now();
  const std::clock_t cpuBegin = std::clock();
  Network net;
  build(it, convex, net);
  long long cost = 0;
  if (!std::strcmp(words[2], "simplex")) cost = run<lemon::NetworkSimplex<Graph, int, long long>>(net);
  else if (!std::strcmp(words[2], "capacity")) cost = run<lemon::CapacityScaling<Graph, int, long long>>(net);
  else cost = run<lemon::CostScaling<Graph, int, long long>>(net);
  const double ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  const double cpuMs = 1000.0 * static_cast<double>(std::clock() - cpuBegin) / CLOCKS_PER_SEC;
  std::printf("{\"ms\": %.3f, \"cpuMs\": %.3f, \"cost\": %lld}\n", ms, cpuMs, cost);
}
