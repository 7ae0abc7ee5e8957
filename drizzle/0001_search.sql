-- Full text over overlapping pairs of characters: two characters suffice in Chinese, and pinyin keys stand among them.
CREATE VIRTUAL TABLE `search_grams` USING fts5(grams, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
