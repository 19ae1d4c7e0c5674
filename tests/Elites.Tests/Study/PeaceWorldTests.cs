using System.Globalization;
using System.Reflection;
using System.Text;

using Mechanism = Agents.Data.Mechanism;

namespace Elites.Tests.Study;

/// <summary>
/// The configs that switch the statements off, all or one by one, follow the catalogue of statements. The explicit test writes them
/// anew.
/// </summary>
public class PeaceWorldTests
{
    private const string PeaceHead = """
        # A world without war and without any statement of the two essays: a plain autocracy at its baseline hazard (V1's world).
        # Written from the catalogue of statements (`abm describe elites --mechanisms`); every value is the one that removes a statement.
        # The one scenario is inherited, and so is its name, war; there is none.
        extends: baseline.yaml
        parameters:
          war.enabled: false

        """;

    private static readonly string Folder = Path.Combine(Root(), "configs", "elites");

    /// <summary>The switches of the statements, each once, in the order of the statements.</summary>
    private static IEnumerable<Mechanism> Switches => ElitesModel.Definition.Mechanisms.Where(statement => statement.Switch != "" && !statement.IsStructural).DistinctBy(statement => statement.Switch);

    private static IEnumerable<string> Files() => ["peace.yaml", "ablation-off.csv", "ablation-alone.csv"];

    [TestCaseSource(nameof(Files))]
    public void File_AsCommitted_FollowsTheCatalogue(string name) =>
        Assert.That(File.ReadAllText(Path.Combine(Folder, name)), Is.EqualTo(Text(name)), $"{name} lags behind the statements; the explicit test Write_Files writes it anew");

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
            foreach (var statement in Switches)
                Assert.That(Default(statement.Switch), Is.Not.EqualTo(statement.Off), $"{statement.Id}: {statement.Switch}");
        }
    }

    private static string Text(string name) => name switch
    {
        "peace.yaml" => PeaceHead + string.Concat(Switches.Select(statement => $"  {statement.Switch}: {statement.Off}  # {statement.Id}\n")),
        "ablation-off.csv" => Table((row, statement) => row == statement.Switch ? statement.Off : Default(statement.Switch)),
        _ => Table((row, statement) => row == statement.Switch ? Default(statement.Switch) : statement.Off),
    };

    /// <summary>A row with no statement singled out, and then one for each statement.</summary>
    private static string Table(Func<string, Mechanism, string> value)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Switches.Select(statement => statement.Switch)).Append('\n');
        foreach (var row in Switches.Select(statement => statement.Switch).Prepend(""))
            text.AppendJoin(',', Switches.Select(statement => value(row, statement))).Append('\n');
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
