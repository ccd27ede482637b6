using Gongkai.Organs.Contracts;

namespace Gongkai.Slices.Organs;

/// <summary>A small invented county for tests: every trap of names once.</summary>
internal static class County
{
    public static readonly DateOnly Today = new(2026, 5, 18);

    public static OrganFile File { get; } = OrganFile.Read(Json).Made;

    public const string Json = """
        {
          "organs": [
            {"key": "government", "name": "县政府", "fullName": "和源县人民政府", "kind": "government", "since": "1990-01-01"},
            {"key": "office", "name": "县政府办公室", "fullName": "和源县人民政府办公室", "kind": "office", "parent": "government", "since": "1990-01-01"},
            {"key": "health", "name": "县卫生健康局", "fullName": "和源县卫生健康局", "kind": "department", "since": "2019-03-01",
             "formerNames": [{"name": "县卫生局", "from": "1990-01-01", "until": "2019-02-28"}]},
            {"key": "education", "name": "县教育体育局", "fullName": "和源县教育体育局", "kind": "department", "since": "2011-06-01", "aliases": ["县教体局"]},
            {"key": "market", "name": "县市场监督管理局", "kind": "department", "since": "2019-03-01"},
            {"key": "commerce-old", "name": "县工商局", "kind": "department", "since": "1995-01-01", "until": "2019-02-28", "succeededBy": "market"},
            {"key": "approval", "name": "县行政审批服务局", "kind": "department", "since": "2018-01-01"},
            {"key": "publicity", "name": "县委宣传部", "kind": "party", "since": "1990-01-01"},
            {"key": "liushu", "name": "柳树镇人民政府", "kind": "town", "since": "2002-01-01"},
            {"key": "hekou", "name": "河口镇人民政府", "kind": "town", "since": "2002-01-01"},
            {"key": "chengguan", "name": "城关街道办事处", "kind": "street", "since": "2008-01-01"}
          ],
          "groups": [
            {"key": "towns", "name": "各镇街", "aliases": ["各镇（街道）"], "since": "2008-01-01", "kinds": ["town", "street"]},
            {"key": "departments", "name": "县直有关部门", "since": "2019-03-01", "kinds": [], "members": ["health", "education", "market"]}
          ]
        }
        """;
}
