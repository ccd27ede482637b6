namespace Gongkai.Law.Wording;

/// <summary>One form for each character that offices type in several: width, vertical and small forms, radicals, traditional characters, dashes and quotation marks.</summary>
public static class CharacterFolding
{
    /// <summary>Stands for a character that says nothing: zero-width marks, variation selectors, direction marks.</summary>
    public const char Dropped = '\uFFFF';

    private static readonly char[] Table = Build();

    /// <summary>The folded form of a character; <c>' '</c> for every blank, <c>'\n'</c> for every line or page end, <see cref="Dropped"/> for what says nothing.</summary>
    public static char Fold(char c) => Table[c];

    /// <summary>True for a Chinese character and for 〇.</summary>
    public static bool IsChinese(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇' or (>= '\uF900' and <= '\uFAFF');

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++) table[c] = (char)c;

        for (var c = '\uFF01'; c <= '\uFF5E'; c++) table[c] = (char)(c - 0xFEE0);
        for (var c = '\u2000'; c <= '\u200A'; c++) table[c] = ' ';
        foreach (var c in "\t\u00A0\u1680\u202F\u205F\u3000") table[c] = ' ';
        foreach (var c in "\v\f\u0085\u2028\u2029") table[c] = '\n';
        Drop(table, '\u200B', '\u200F');
        Drop(table, '\u202A', '\u202E');
        Drop(table, '\u2060', '\u2064');
        Drop(table, '\uFE00', '\uFE0F');
        Drop(table, '\uFEFF', '\uFEFF');
        Drop(table, '\u00AD', '\u00AD');

        Pair(table, Punctuation);
        for (var i = 0; i < Radicals.Length; i++) table['\u2F00' + i] = Radicals[i];
        Pair(table, TraditionalCharacters.Pairs);
        // A radical may itself be a traditional character (⾨ is 門 is 门).
        for (var i = 0; i < Radicals.Length; i++) table['\u2F00' + i] = table[Radicals[i]];
        return table;
    }

    private static void Drop(char[] table, char first, char last)
    {
        for (int c = first; c <= last; c++) table[c] = Dropped;
    }

    private static void Pair(char[] table, string pairs)
    {
        for (var i = 0; i + 1 < pairs.Length; i += 2) table[pairs[i]] = pairs[i + 1];
    }

    /// <summary>Pairs: small, vertical, half-width and look-alike punctuation, then the one form.</summary>
    private const string Punctuation =
        "\uFE50,\uFE51、\uFE52.\uFE54;\uFE55:\uFE56?\uFE57!\uFE58—\uFE59(\uFE5A)\uFE5B{\uFE5C}\uFE5D〔\uFE5E〕\uFE5F#\uFE60&\uFE61*\uFE62+\uFE63-\uFE64<\uFE65>\uFE66=\uFE69$\uFE6A%\uFE6B@" +
        "\uFE10,\uFE11、\uFE12。\uFE13:\uFE14;\uFE15!\uFE16?\uFE17〖\uFE18〗\uFE19…\uFE31—\uFE32-\uFE35(\uFE36)\uFE37{\uFE38}\uFE39〔\uFE3A〕\uFE3B【\uFE3C】\uFE3D《\uFE3E》\uFE3F〈\uFE40〉\uFE41“\uFE42”\uFE43‘\uFE44’" +
        "\uFF61。\uFF62“\uFF63”\uFF64、\uFF65·「“」”『‘』’\u2010-\u2011-\u2012-\u2013-\u2212-\u2015—\u301C~\u223C~\u30FB·\u2027·\u2022•\u2772〔\u2773〕\u27E8〈\u27E9〉\u2329〈\u232A〉\u226A《\u226B》«《»》‹〈›〉";

    /// <summary>The characters that the radicals from U+2F00 on stand for; PDF files spell words with them.</summary>
    private const string Radicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
}
