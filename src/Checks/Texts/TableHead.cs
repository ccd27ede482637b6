namespace Gongkai.Checks;

/// <summary>The column titles of a table and what they make of its columns.</summary>
internal sealed class TableHead
{
    private static readonly WordSet Titles = new(
    [
        "姓名", "序号", "户主", "身份证", "公民身份", "证件号", "电话", "手机", "联系方式", "住址", "地址", "居住地", "户籍", "性别", "民族", "年龄", "出生", "残疾", "致贫", "原因", "病种", "疾病",
        "诊断", "健康", "备注", "学校", "班级", "年级", "监护人", "卡号", "账号", "帐号", "账户", "开户", "银行", "邮箱", "金额", "编号", "单位", "名称", "日期", "代码", "文号", "类别", "等级", "乡镇",
    ]);

    private static readonly string[] NameTitles = ["姓名", "户主", "儿童", "学生", "幼儿", "孤儿", "患者", "申请人", "救助对象"];
    private static readonly string[] HealthTitles = ["残疾", "致贫", "病种", "病情", "疾病", "患病", "诊断", "健康状况", "困难原因", "救助原因", "病史"];
    private static readonly string[] HomeTitles = ["住址", "家庭地址", "户籍地", "户籍所在", "户口所在", "居住地", "现住"];
    private static readonly string[] OfficeTitles = ["单位", "办公", "经营", "企业", "公司", "注册", "项目", "机构", "学校"];
    private static readonly string[] ChildTitles = ["出生", "年龄", "学校", "班级", "年级", "学籍", "监护人", "身份证"];
    private static readonly string[] AdultTitles = ["学历", "职务", "岗位", "职称", "工种", "报考"];

    /// <summary>Most rows of titles that one head has.</summary>
    private const int MostRows = 3;

    private readonly string[] _cells;
    private readonly int _rows;

    /// <summary>Makes a head.</summary>
    /// <param name="cells">Column titles.</param>
    /// <param name="titles">Lines that stand above the table.</param>
    /// <param name="rows">Number of rows that the titles come from.</param>
    public TableHead(string[] cells, string titles, int rows = 1)
    {
        _rows = rows;
        _cells = cells;
        Title = titles;
        NameColumn = Array.FindIndex(cells, cell => Holds(cell, NameTitles) && !Holds(cell, HealthTitles) && !cell.Contains("身份证", StringComparison.Ordinal) && !cell.Contains("人数", StringComparison.Ordinal));
    }

    /// <summary>Lines that stand above the table.</summary>
    public string Title { get; }

    /// <summary>The column of persons' names, from 0; negative for none.</summary>
    public int NameColumn { get; }

    /// <summary>True when cells can only be column titles: two or more say so, and none holds a long number.</summary>
    public static bool IsHead(string[] cells)
    {
        var titles = 0;
        foreach (var cell in cells)
        {
            if (cell.Count(char.IsAsciiDigit) > 5) return false;
            if (cell.Length is > 0 and <= 20 && Titles.IsIn(cell)) titles++;
        }

        return titles >= 2;
    }

    /// <summary>The title of a column; empty where there is none.</summary>
    public string this[int column] => column < _cells.Length ? _cells[column] : "";

    /// <summary>This head with another row of titles below it; past so many rows they are no head of one table, and the last counts alone.</summary>
    public TableHead Under(string[] second)
    {
        if (_rows >= MostRows) return new(second, Title);
        var cells = new string[Math.Max(_cells.Length, second.Length)];
        for (var i = 0; i < cells.Length; i++) cells[i] = this[i] + (i < second.Length ? second[i] : "");
        return new(cells, Title, _rows + 1);
    }

    /// <summary>True for a column that tells of health or hardship of the persons named.</summary>
    public bool IsHealth(int column) => NameColumn >= 0 && column != NameColumn && Holds(this[column], HealthTitles);

    /// <summary>True for a column of persons' homes.</summary>
    public bool IsHome(int column)
    {
        var title = this[column];
        if (Holds(title, OfficeTitles)) return false;
        return Holds(title, HomeTitles) || (NameColumn >= 0 && title.Contains("地址", StringComparison.Ordinal));
    }

    /// <summary>True for a list of minors: titles or the lines above name them, and a column fits only them.</summary>
    public bool IsOfMinors(WordSet minors)
    {
        if (NameColumn < 0 || Array.Exists(_cells, cell => Holds(cell, AdultTitles))) return false;
        return (minors.IsIn(Title) || Array.Exists(_cells, cell => minors.IsIn(cell))) && Array.Exists(_cells, cell => Holds(cell, ChildTitles));
    }

    private static bool Holds(string cell, string[] words) => Array.Exists(words, word => cell.Contains(word, StringComparison.Ordinal));
}
