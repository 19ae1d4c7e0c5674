using System.Globalization;
using System.Reflection;
using System.Text;

using Mechanism = Agents.Data.Mechanism;

namespace Elites.Tests.Study;

/// <summary>
/// The configs that switch the claims off, all or one by one, follow the catalogue of claims. The explicit test writes them
/// anew.
/// </summary>
public class PeaceWorldTests
{
    private const string PeaceHead = """
        # A world without war and without any claim of the two essays: a plain autocracy at its baseline hazard (V1's world).
        # Written from the catalogue of claims (`abm describe elites --mechanisms`); every value is the one that removes a claim.
        # The one scenario is inherited, and so is its name, war; there is none.
        extends: baseline.yaml
        parameters:
          war.enabled: false

        """;

    private static readonly string Folder = Path.Combine(Root(), "configs", "elites");

    /// <summary>The switches of the claims, each once, in the order of the claims.</summary>
    private static IEnumerable<Mechanism> Switches => ElitesModel.Definition.Mechanisms.Where(claim => claim.Switch != "" && !claim.IsStructural).DistinctBy(claim => claim.Switch);

    private static IEnumerable<string> Files() => ["peace.yaml", "ablation-off.csv", "ablation-alone.csv"];

    [TestCaseSource(nameof(Files))]
    public void File_AsCommitted_FollowsTheCatalogue(string name) =>
        Assert.That(File.ReadAllText(Path.Combine(Folder, name)), Is.EqualTo(Text(name)), $"{name} lags behind the claims; the explicit test Write_Files writes it anew");

    [Test]
    [Explicit("writes the files anew")]
    public void Write_Files()
    {
        foreach (var name in Files())
            File.WriteAllText(Path.Combine(Folder, name), Text(name));
        Assert.That(Files(), Is.All.Matches<string>(name => File.Exists(Path.Combine(Folder, name!))));
    }

    [Test]
    public void Switches_OffValues_DifferFromTheDefaults()
    {
        Assert.That(Switches.Count(), Is.GreaterThan(10));
        using (Assert.EnterMultipleScope())
        {
            foreach (var claim in Switches)
                Assert.That(Default(claim.Switch), Is.Not.EqualTo(claim.Off), $"{claim.Id}: {claim.Switch}");
        }
    }

    private static string Text(string name) => name switch
    {
        "peace.yaml" => PeaceHead + string.Concat(Switches.Select(claim => $"  {claim.Switch}: {claim.Off}  # {claim.Id}\n")),
        "ablation-off.csv" => Table((row, claim) => row == claim.Switch ? claim.Off : Default(claim.Switch)),
        _ => Table((row, claim) => row == claim.Switch ? Default(claim.Switch) : claim.Off),
    };

    /// <summary>A row with no claim singled out, and then one for each claim.</summary>
    private static string Table(Func<string, Mechanism, string> value)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Switches.Select(claim => claim.Switch)).Append('\n');
        foreach (var row in Switches.Select(claim => claim.Switch).Prepend(""))
            text.AppendJoin(',', Switches.Select(claim => value(row, claim))).Append('\n');
        return text.ToString();
    }

    private static string Default(string key)
    {
        object value = new ElitesParameters();
        foreach (var name in key.Split('.').Select(part => string.Concat(part.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))))
            value = value.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.GetValue(value) ?? throw new ArgumentException($"There is no parameter '{key}'.", nameof(key));
        return value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Agents.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The sources are not above the folder of the tests.");
    }
}
