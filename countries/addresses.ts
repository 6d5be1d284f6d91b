/**
 * Words of an address that say what comes next and not which: two people write the same home with and without them.
 * As search folds them; of every language in which addresses are written here.
 */
export const addressFillers: readonly string[] = [
  'استان', 'شهرستان', 'شهر', 'بخش', 'روستای', 'روستا', 'محله', 'شهرک', 'میدان', 'بلوار', 'بولوار', 'خیابان', 'خ', 'کوچه', 'ک', 'کوی', 'گذر', 'بن', 'بست',
  'بنبست', 'پلاک', 'پ', 'شماره', 'ش', 'ساختمان', 'مجتمع', 'بلوک', 'طبقه', 'ط', 'واحد', 'و', 'در', 'از',
  'street', 'st', 'road', 'rd', 'avenue', 'ave', 'lane', 'close', 'estate', 'house', 'building', 'block', 'floor', 'flat', 'no', 'number', 'the', 'of', 'and',
]
