namespace Commands.Tests;

public sealed class ModelsOptionTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("abm-models-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Models_OfAnAssembly_JoinTheProgramsOwn()
    {
        var screen = Screen.Of("models", "--models", typeof(Classics.Boltzmann).Assembly.Location);
        Assert.That(screen.ExitCode, Is.Zero, screen.Error);
        Assert.That(screen.Out, Does.Contain("herd").And.Contain("schelling").And.Contain("boltzmann"));
    }

    [TestCase("nowhere.dll", "--models: there is no file and no folder")]
    [TestCase("text.dll", "is no assembly of .NET")]
    [TestCase("", "holds no model")]
    public void Models_ThatCannotBeLoaded_AreRefused(string name, string expected)
    {
        File.WriteAllText(Path.Combine(folder, "text.dll"), "not a program");
        var path = name.Length > 0 ? Path.Combine(folder, name) : typeof(ModelsOptionTests).Assembly.Location.Replace("Commands.Tests.dll", "CsvHelper.dll", StringComparison.Ordinal);
        var screen = Screen.Of("models", $"--models={path}");
        Assert.That(screen.Error, Does.Contain(expected));
        Assert.That(screen.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public void Models_OfANameThatIsTaken_AreRefused()
    {
        var screen = Screen.OfRealModels("models", "--models", typeof(Classics.Boltzmann).Assembly.Location);
        Assert.That(screen.Error, Does.Contain("holds a model '").And.Contain("', and there is one of that name already: rename it"));
        Assert.That(screen.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public void Run_WithoutAModel_OrTwoOfAName_IsTheProgramsFault()
    {
        Assert.That(() => Abm.Run(["models"]), Throws.ArgumentException);
        Assert.That(() => Abm.Run(["models"], Classics.Boltzmann.Definition, Classics.Boltzmann.Definition), Throws.ArgumentException.With.Message.Contains("boltzmann"));
    }
}
