using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Agents.Generators.Tests.Analyzers;

internal sealed class DiagnosticsTests
{
    private static readonly DiagnosticDescriptor[] All =
    [
        .. typeof(Diagnostics).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>(),
    ];

    [Test]
    public void Codes_OfAllDescriptors_AreDifferent() => Assert.That(All.Select(one => one.Id), Is.Unique.And.All.Matches("^ABM0[0-9]{2}$"));

    [Test]
    public void Table_OfTheGuide_ListsExactlyTheDescriptors() =>
        Assert.That(Rows().Select(row => string.Join(" | ", row[..3])), Is.EqualTo(All.OrderBy(one => one.Id, StringComparer.Ordinal).Select(one => $"{one.Id} | {one.DefaultSeverity} | {one.Title}")));

    [Test]
    public void Table_OfTheGuide_HasACureAndAnExampleForEach() =>
        Assert.That(Rows(), Has.All.Matches<string[]>(row => row is [_, _, _, { Length: > 10 }, ['`', ..]]));

    [TestCaseSource(nameof(All))]
    public void Message_OfADescriptor_SaysWhatToDo(DiagnosticDescriptor descriptor)
    {
        Assert.That(descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), Does.Contain(": ").And.Not.EndsWith("."));
        Assert.That(descriptor.HelpLinkUri, Is.Empty);
    }

    [Test]
    public void Analyzers_OfTheAssembly_ShareNoCode() =>
        Assert.That(Snippet.All().SelectMany(one => one.SupportedDiagnostics).Select(one => one.Id), Is.Unique.And.SubsetOf(All.Select(one => one.Id)));

    [TestCase("public struct Act : IRule<People> { public void Step(Agent<People> me) { me.Next.Nope = me.Population.Memory[other]; foreach (var one in nobody) me.Draws(Purposes.Nope).Below( } }")]
    [TestCase("public class Village : Model { static readonly Purpose A = new(1000, 2), B = new(), C = new(x); readonly Draws draws = A; void Step() { Commit(people.; Record(; } }")]
    [TestCase("public class Crowd : Population { public Crowd() : base(1, 2, regime: 3) => Wealth = State<Nope>(); public State<Nope> Wealth { get; } } struct Act : IRule<Crowd> { void Step(Agent<Crowd> me) => me.Next.Wealth = Math.Exp(; }")]
    public void Analyzers_OfCodeThatDoesNotCompile_DoNotThrow(string code) =>
        Assert.That(Snippet.Find(code, compiles: false).Select(one => one.Id), Has.None.EqualTo("AD0001"));

    private static string[][] Rows()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Agents.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds Agents.sln.");
        return
        [
            .. File.ReadLines(Path.Combine(folder.FullName, "src/Agents.Generators/Diagnostics.md"))
                .Where(line => line.StartsWith("| ABM", StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray()),
        ];
    }
}
