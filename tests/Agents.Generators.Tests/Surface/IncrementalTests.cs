using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Agents.Generators.Tests.Surface;

/// <summary>A keystroke costs what it concerns.</summary>
public sealed class IncrementalTests
{
    private const string Model = """
        using Agents;
        [Model("town", "A town.")]
        public sealed partial class Town(Town.Parameters parameters, Seed seed) : Model(seed)
        {
            private readonly People people = null!;
            [Measure("Twice.")] private int Twice => 2 * parameters.Agents;
            protected override void Step() => Talk(people);
            [Rule] private static void Talk(Agent<People> me) => me.Next.Mood = 1;
            public sealed class Parameters { public int Agents { get; set; } }
        }
        public sealed partial class People(Model model) : Population(model, "people", 3)
        {
            [Measure("Mood.")] public partial State<float> Mood { get; }
        }
        public sealed partial class Wrong(Model model) : Population(model, "wrong", 3)
        {
            public partial int Mood { get; }
        }
        """;

    private const string Other = "internal static class Elsewhere { public static int One => 1; }";

    private static readonly string[] Ours = ["Population", "Rule", "Definition", "File"];

    [Test]
    public void Keystroke_InAnotherFile_LeavesEverythingInTheCache()
    {
        var again = Generation.Of(Model, Other).Edit(1, Other.Replace("=> 1", "=> 12", StringComparison.Ordinal)).Result;
        var steps = again.TrackedSteps.Where(step => Ours.Contains(step.Key)).ToList();
        Assert.That(steps.Select(step => step.Key), Is.EquivalentTo(Ours));
        Assert.That(steps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason), Is.All.EqualTo(IncrementalStepRunReason.Cached).Or.EqualTo(IncrementalStepRunReason.Unchanged));
        Assert.That(Sources(again), Has.Count.EqualTo(3).And.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    [Test]
    public void Keystroke_InTheBodyOfARule_LeavesEverythingInTheCache()
    {
        var again = Generation.Of(Model).Edit(0, Model.Replace("Mood = 1", "Mood = 12", StringComparison.Ordinal)).Result;
        Assert.That(Sources(again), Has.Count.EqualTo(3).And.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    [Test]
    public void Keystroke_InAColumn_WritesThatPopulationAndItsMeasures()
    {
        var again = Generation.Of(Model).Edit(0, Model.Replace("State<float>", "State<int>", StringComparison.Ordinal)).Result;
        Assert.That(Sources(again).Count(reason => reason == IncrementalStepRunReason.Cached), Is.EqualTo(1));
        Assert.That(Sources(again).Count(reason => reason == IncrementalStepRunReason.Modified), Is.EqualTo(2));
    }

    [Test]
    public void Cache_HoldsNothingOfACompilation()
    {
        var values = Generation.Of(Model, Other).Result.TrackedSteps.Where(step => Ours.Contains(step.Key))
            .SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Value);
        var kept = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var value in values)
            Follow(value, kept);
        Assert.That(kept, Has.Some.InstanceOf<GeneratedFile>().And.Some.InstanceOf<Finding>());
        Assert.That(kept.Where(value => value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel), Is.Empty);
    }

    private static List<IncrementalStepRunReason> Sources(GeneratorRunResult result) =>
    [
        .. result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Where(output => !IsDiagnostic(output.Value)).Select(output => output.Reason),
    ];

    // An output is a pair of sources and diagnostics; those of files that are not written, and of findings, have no source.
    private static bool IsDiagnostic(object output) => !((IEnumerable)output.GetType().GetField("Item1")!.GetValue(output)!).GetEnumerator().MoveNext();

    private static void Follow(object? value, HashSet<object> kept)
    {
        if (value is null or string or Type or MemberInfo or DiagnosticDescriptor || value.GetType().IsPrimitive || !kept.Add(value))
            return;
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Follow(item, kept);
            return;
        }
        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            Follow(field.GetValue(value), kept);
    }
}
