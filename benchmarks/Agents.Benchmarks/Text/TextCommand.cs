using System.Text.RegularExpressions;
using Elites;

namespace Agents.Benchmarks.Text;

/// <summary>The command text: how much a modeller writes, and how much of it is written twice.</summary>
internal static partial class TextCommand
{
    private const string Notes = """
        Lines of whole files, definition, parameters that stand in them, and docs counted; civil violence keeps its parameters in a
        file of its own, which is not counted. A hand-written block form is a method of a rule over a Block or Turns in src.
        """;

    private static readonly (string File, int Most)[] Classics = [("InfluenceKernel", 80), ("Boltzmann", 60), ("Schelling", 70), ("CivilViolence", 130)];

    public static Section Measure()
    {
        var source = Repository.Find("src");
        var lines = Classics.Select(model => File.ReadAllLines(Path.Combine(source, "Classics", $"{model.File}.cs")).Length).ToList();
        // The framework declares both forms, and its generator writes them.
        var byHand = Directory.EnumerateDirectories(source).Where(project => !Path.GetFileName(project).StartsWith("Agents", StringComparison.Ordinal))
            .SelectMany(project => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Sum(file => FormByHand().Count(File.ReadAllText(file)));
        var rules = typeof(ElitesModel).Assembly.GetTypes().Where(type => type.IsValueType && Array.Exists(type.GetInterfaces(), one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRule<>))).ToList();
        var withForm = rules.Count(rule => rule.GetProperty("HasBlockForm") is { } form && (bool)form.GetValue(null)!);
        var table = MarkdownTable.Of(["what", "count"],
        [
            .. Classics.Zip(lines, (model, count) => new[] { $"lines of {model.File}.cs", $"{count}" }),
            ["hand-written block forms in src", $"{byHand}"],
            ["rules of the elites model with a block form made from their text", $"{withForm} of {rules.Count}"],
        ]);
        return new Section("what a modeller writes", Notes, table,
        [
            .. Classics.Zip(lines, (model, count) => Goal.AtMost(model.Most, count, $"lines of {model.File}, definition and docs counted: at most {model.Most}")),
            Goal.AtMost(0, byHand, "hand-written block forms in src: 0"),
        ]);
    }

    [GeneratedRegex(@"void Step\((Agents\.)?(Block|Turns)<")]
    private static partial Regex FormByHand();
}
