using Experiments.Config;

namespace Experiments.Tests.Config;

/// <summary>A folder of configs that lives for one test.</summary>
public abstract class ConfigFolder
{
    protected string Folder { get; private set; } = "";

    [SetUp]
    public void MakeFolder() => Folder = Directory.CreateTempSubdirectory("abm-config-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(Folder, recursive: true);

    protected string Write(string text, string name = "pond.yaml")
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    protected Study Load(string text, params string[] sets) => LoadFile(Write(text), sets);

    protected static Study LoadFile(string path, params string[] sets) =>
        StudyLoader.Load(path, HerdModel.Models, new Overrides { Sets = sets });

    /// <summary>The messages of a config that must be refused, without the folder's name.</summary>
    protected string Refusal(string text, params string[] sets) => RefusalOf(() => Load(text, sets));

    protected string RefusalOf(Func<Study> load)
    {
        var exception = Assert.Throws<ConfigException>(() => load());
        return exception!.Message.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    protected static object Value(Study study, string key, int point = 1) =>
        study.DesignPoints[point - 1].Values[study.Catalogue.Find(key)!.Index];
}
