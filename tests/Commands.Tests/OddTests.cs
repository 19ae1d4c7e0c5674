using Elites;
using Experiments.Config;

namespace Commands.Tests;

public sealed class OddTests
{
    [Test]
    public void Tables_OfTheElites_AreWhatTheCodeSays()
    {
        var path = Path.Combine(Repository.Root, "src", "Elites", "ODD.md");
        var text = File.ReadAllText(path);
        var isRenewed = DescriptionBlock.Of(ElitesModel.Definition).Renew(text, DescriptionBlock.Content(ElitesModel.Definition), "ODD.md") == text;
        Assert.That(isRenewed, "the tables are renewed by: dotnet run -c Release --project src/Cli -- describe elites --into src/Elites/ODD.md");
    }

    [Test]
    public void StateVariables_OfTheElites_HaveAMeaning() =>
        Assert.That(StateCatalogue.Of(ElitesModel.Definition).Where(one => one.Meaning.Length == 0).Select(one => $"{one.Entity}.{one.Name}"), Is.Empty, "the comment above a property says it");
}
