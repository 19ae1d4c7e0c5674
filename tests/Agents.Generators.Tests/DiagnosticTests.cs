using Microsoft.CodeAnalysis;

namespace Agents.Generators.Tests;

/// <summary>What a modeller is told, and at which text.</summary>
public sealed class DiagnosticTests
{
    [Test]
    public void Rule_EffectForAll_HasNoBlockFormAndSaysAtWhat() =>
        AssertSaid("me.Int = 1; me.Die();", "ABM001", DiagnosticSeverity.Info, "me.Die()",
            "Shown runs one agent at a time, as it is written, and not over vectors: me.Die() has an effect");

    [Test]
    public void Rule_EffectInABranch_LeavesTheBranchAndSaysAtWhat() =>
        AssertSaid("me.Int = 1; if (me.Bool) me.Die();", "ABM002", DiagnosticSeverity.Info, "me.Die()",
            "Shown: agents who come here are served one at a time, after the others of their block: me.Die() has an effect");

    [Test]
    public void Rule_LookUp_SaysThatItIsAskedForEachAgent() =>
        AssertSaid("me.Float = table[me.Byte] * 2;", "ABM003", DiagnosticSeverity.Info, "table[me.Byte]",
            "Shown: 'table[me.Byte]' is worked out for each agent by itself, which costs as much as in plain C# or a little more");

    [Test]
    public void Rule_Loop_SaysThatItRunsForEachAgent() =>
        AssertSaid("if (me.Bool) { var sum = 0; for (var i = 0; i < 3; i++) sum += i; me.Int = sum; }", "ABM003", DiagnosticSeverity.Info, "for (var i = 0; i < 3; i++) sum += i;",
            "Shown: the loop 'for (var i = 0; i < 3; i++) sum += i;' runs for each agent who comes to it, which costs as much as in plain C# or a little more");

    [Test]
    public void Rule_MustVectoriseAndCannot_IsAnError() =>
        AssertSaid("me.Int = 1; me.Die();", "ABM004", DiagnosticSeverity.Error, "me.Die()",
            "Shown is marked [MustVectorise] and has no block form: me.Die() has an effect", "[MustVectorise] ");

    [Test]
    public void Rule_ThatWritesNothing_SaysSoAtItsName() =>
        AssertSaid("_ = me.Int;", "ABM001", DiagnosticSeverity.Info, "Shown", "Shown runs one agent at a time, as it is written, and not over vectors: the rule writes nothing");

    [TestCase("me.Float = me.Float * 2;")]
    [TestCase("if (me.Bool) return; me.Next.Mood = rate;")]
    [TestCase("var draws = me.Draws(Everything.One); me.Float = draws.UniformSingle();")]
    public void Rule_AllOverVectors_NothingIsSaid(string statements) =>
        Assert.That(CompiledText.WithEverything(SnapshotTests.Rule(statements)).Diagnostics, Is.Empty);

    [TestCase("me.Nope = 1;")]
    [TestCase("me.Float = \"a\"; me.Die();")]
    [TestCase("me.Float = ;")]
    public void Rule_ThatDoesNotCompile_NothingIsSaidAndNothingWritten(string statements)
    {
        var text = CompiledText.WithEverything(SnapshotTests.Rule(statements));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text.Diagnostics, Is.Empty);
            Assert.That(text.BlockForm("Shown"), Is.Null);
        }
    }

    [TestCase("private static int count; private static int Ticket => count++;", "me.Int = Ticket;", "asking for Ticket may have an effect")]
    [TestCase("private static int pot;", "if (me.Bool) pot += 1; me.Int = pot;", "the branch changes what other agents may see")]
    [TestCase("private static readonly System.Collections.Generic.List<int> seen = [];", "if (me.Bool) seen.Add(me.Row); me.Int = seen.Count;", "the branch changes what other agents may see")]
    [TestCase("private static int pot; private static void Give() => pot += 1;", "if (me.Int > 0) { if (me.Bool) Give(); } me.Int = pot;", "the branch changes what other agents may see")]
    [TestCase("", "me.Float = 0.9f * me.Float + 0.1f * me.Population.Float[me.OtherInt];", "reads another agent's")]
    [TestCase("", "var sum = 0f; for (var i = 0; i < 3; i++) sum += me.Population.Mood[i]; me.Float = sum;", "its loop runs for every agent")]
    public void Rule_ThatABlockWouldServeOtherwiseOrNoFaster_IsLeftAsItIs(string member, string statements, string why)
    {
        var text = CompiledText.WithEverything(SnapshotTests.Rule(statements).Replace("public void Step", $"{member}\n    public void Step", StringComparison.Ordinal));
        Assert.That(text.BlockForm("Shown"), Is.Null);
        Assert.That(text.Diagnostics.Select(one => one.GetMessage(null)), Has.Exactly(1).Contains(why));
    }

    [Test, CancelAfter(60_000)]
    public void Rule_OfManyWaysThroughItsBranches_IsLeftAsItIs()
    {
        // Each of the branches returns on one of its ways only, so that the ways double.
        var branches = string.Concat(Enumerable.Range(0, 40).Select(n => $"if (me.Int > {n}) {{ if (me.Bool) return; me.Int += {n}; }} "));
        var text = CompiledText.WithEverything(SnapshotTests.Rule(branches));
        Assert.That(text.Compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error), Is.Empty);
        Assert.That(text.Diagnostics.Select(one => one.GetMessage(null)), Has.Some.Contains("ways through its branches"));
    }

    [TestCase("readonly struct", "", "ABM005")]
    [TestCase("readonly partial struct", "public static bool HasBlockForm => false;", null)]
    public void Rule_NotPartialOrWithAFormOfItsOwn_IsLeftAlone(string kind, string member, string? said)
    {
        var text = CompiledText.WithEverything(SnapshotTests.Rule("me.Die();").Replace("readonly partial struct", kind, StringComparison.Ordinal).Replace("public void Step", $"{member}\n    public void Step", StringComparison.Ordinal));
        Assert.That(text.Diagnostics.Select(one => one.Id), Is.EqualTo(said == null ? [] : new[] { said }));
        Assert.That(text.Compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error), Is.Empty);
        Assert.That(text.BlockForm("Shown"), Is.Null);
    }

    private static void AssertSaid(string statements, string id, DiagnosticSeverity severity, string at, string message, string attribute = "")
    {
        var said = CompiledText.WithEverything(attribute + SnapshotTests.Rule(statements)).Diagnostics;
        Assert.That(said, Has.Count.EqualTo(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(said[0].Id, Is.EqualTo(id));
            Assert.That(said[0].Severity, Is.EqualTo(severity));
            Assert.That(said[0].GetMessage(null), Is.EqualTo(message));
            Assert.That(said[0].Location.SourceTree!.ToString().Substring(said[0].Location.SourceSpan.Start, said[0].Location.SourceSpan.Length), Is.EqualTo(at));
        }
    }
}
