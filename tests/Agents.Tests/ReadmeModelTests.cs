using System.Runtime.CompilerServices;
using Agents.Tests.Readme;

namespace Agents.Tests;

public sealed class ReadmeModelTests
{
    [Test]
    public void Rumour_ThirtySteps_HasSpread()
    {
        var model = new Rumour(new Parameters(), Seed.Of(1));
        for (var tick = 0; tick < 30; tick++)
            model.Advance();
        Assert.That(model.Believers, Is.GreaterThan(0.1));
        Assert.That(Rumour.Definition.ModelReporters.Single().Read(model), Is.EqualTo(model.Believers));
    }

    [Test]
    public void Rumour_InTheReadme_IsTheTestedOne()
    {
        var source = File.ReadAllText(Path.Combine(Folder(), "ReadmeModel.cs"));
        var tested = source[source.IndexOf("[Model(", StringComparison.Ordinal)..];
        Assert.That(File.ReadAllText(Path.Combine(Folder(), "..", "..", "README.md")), Does.Contain("```csharp\n" + tested + "```"));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
