using System.Runtime.CompilerServices;
using Agents.Tests.Readme;

namespace Agents.Tests;

public sealed class ReadmeModelTests
{
    [Test]
    public void Rumour_ThirtySteps_HasSpread()
    {
        var model = new Rumour(Seed.Of(1));
        for (var tick = 0; tick < 30; tick++)
            model.Advance();
        Assert.That(model.People.Believes.Count(model.People.All, true), Is.GreaterThan(100));
    }

    [Test]
    public void Rumour_InTheReadme_IsTheTestedOne()
    {
        var source = File.ReadAllText(Path.Combine(Folder(), "ReadmeModel.cs"));
        var tested = source[source.IndexOf("public sealed class Rumour", StringComparison.Ordinal)..];
        Assert.That(File.ReadAllText(Path.Combine(Folder(), "..", "..", "README.md")), Does.Contain("```csharp\n" + tested + "```"));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
