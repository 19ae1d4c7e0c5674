using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Commands.Tests;

public sealed class NewCommandTests
{
    private static readonly string Template = Path.Combine(Repository.Root, "src", "Commands", "Template");

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-new-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Run_ANewName_WritesAProjectThatCarriesIt()
    {
        var screen = Screen.Of("new", "SIRModel2", "--out", Target);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        var files = Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Target, file).Replace('\\', '/'));
        Assert.That(files, Is.EquivalentTo(new[]
        {
            ".gitignore", "README.md", "SIRModel2.slnx", "SIRModel2/Program.cs", "SIRModel2/SIRModel2.cs", "SIRModel2/SIRModel2.csproj",
            "SIRModel2.Tests/SIRModel2.Tests.csproj", "SIRModel2.Tests/SIRModel2Tests.cs", "configs/sir-model-2.yaml",
        }));
        var texts = Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        Assert.That(texts, Has.None.Match("MyModel|my-model").And.Some.Contains("[Model(\"sir-model-2\""));
    }

    [TestCase("rumour", "'rumour' cannot be the class of a model")]
    [TestCase("../Rumour", "'../Rumour' cannot be the class of a model")]
    [TestCase("People", "'People' cannot be the class of a model")]
    [TestCase("R", "'R' cannot be the class of a model")]
    public void Run_ANameThatIsNoClass_IsRefused(string name, string expected)
    {
        var screen = Screen.Of("new", name, "--out", Target);
        Assert.That(screen.Error, Does.Contain(expected));
        Assert.That((screen.ExitCode, Directory.Exists(Target)), Is.EqualTo((2, false)));
    }

    [Test]
    public void Run_AFolderThatIsThere_IsLeftAlone()
    {
        Directory.CreateDirectory(Target);
        var screen = Screen.Of("new", "Rumour", "--out", Target);
        Assert.That(screen.Error, Does.Contain("is there already: choose another folder"));
        Assert.That((screen.ExitCode, Directory.EnumerateFileSystemEntries(Target).Any()), Is.EqualTo((2, false)));
    }

    [Test]
    public void Run_PackagesWhereThereAreNone_SaysHowTheyAreMade()
    {
        var screen = Screen.Of("new", "Rumour", "--out", Target, "--packages", folder);
        Assert.That(screen.Error, Does.Contain("holds no package of KeyedAgents: dotnet pack -c Release -o"));
        Assert.That((screen.ExitCode, Directory.Exists(Target)), Is.EqualTo((2, false)));
    }

    [Test]
    public void Versions_OfTheTemplate_AreThoseOfTheRepository()
    {
        var ours = XDocument.Load(Path.Combine(Repository.Root, ".build", "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(one => one.Attribute("Include")!.Value, one => one.Attribute("Version")!.Value);
        ours["KeyedAgents.Commands"] = Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, ".build", "Directory.Build.props")), "<Version>(.*)</Version>").Groups[1].Value;
        var named = Directory.EnumerateFiles(Template, "*.csproj", SearchOption.AllDirectories).SelectMany(file => XDocument.Load(file).Descendants("PackageReference")).ToList();
        Assert.That(named, Is.Not.Empty);
        Assert.That(named.Where(one => ours[one.Attribute("Include")!.Value] != one.Attribute("Version")!.Value), Is.Empty);
    }

    private string Target => Path.Combine(folder, "project");
}
