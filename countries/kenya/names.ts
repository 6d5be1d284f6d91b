// Ordinary names for synthetic people; whoever carries one in the demonstration does not exist.
const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

export const names = {
  women: list(`
    Wanjiku, Akinyi, Nekesa, Mwende, Chebet, Amina, Grace, Mercy, Faith, Esther, Nyambura, Atieno,
    Nafula, Kanini, Jepkosgei, Halima, Joyce, Lucy, Purity, Caroline, Wambui, Adhiambo, Wairimu,
    Ndunge, Cherono, Zainab, Ruth, Beatrice, Gladys, Naliaka
  `),
  men: list(`
    Kamau, Otieno, Wafula, Mutua, Kiprono, Hassan, Peter, James, David, Brian, Njoroge, Ochieng,
    Barasa, Musyoka, Kipchumba, Abdi, Samuel, Dennis, Kevin, Joseph, Mwangi, Odhiambo, Simiyu,
    Kilonzo, Cheruiyot, Omar, Daniel, Patrick, Collins, Wekesa
  `),
  families: list(`
    Kariuki, Omondi, Wanyama, Muthama, Koech, Mohamed, Maina, Ouma, Khaemba, Nzioka, Rotich, Ali,
    Kimani, Owino, Masinde, Mutiso, Kirui, Yusuf, Gitau, Onyango, Makokha, Kioko, Langat, Farah,
    Karanja, Okello, Lusweti, Mbithi, Bett, Noor, Macharia, Oduor, Shikuku, Ndolo, Sang, Juma,
    Waweru, Oloo, Muriithi, Mwakio
  `),
  // Of streets and quarters.
  streets: list(`
    Acacia, Jacaranda, Market, School, River, Hill, Garden, Mango, Baobab, Station, Valley, Spring,
    Sisal, Tea, Lake
  `),
}
