using Microsoft.CodeAnalysis;

namespace Agents.Generators.Tests;

/// <summary>What a modeller is told, and at which text.</summary>
public sealed class DiagnosticTests
{
    [Test]
    public void Rule_EffectForAll_HasNoBlockFormAndSaysAtWhat() =>
        AssertSaid("me.Int = 1; me.Die();", "ABM001", DiagnosticSeverity.Info, "me.Die()",
            "Shown runs one agent at a time, some 3 to 20 times as slow as over blocks: me.Die() has an effect");

    [Test]
    public void Rule_EffectInABranch_LeavesTheBranchAndSaysAtWhat() =>
        AssertSaid("me.Int = 1; if (me.Bool) me.Die();", "ABM002", DiagnosticSeverity.Info, "me.Die()",
            "Shown: agents who come here are served one at a time, after the others of their block: me.Die() has an effect");

    [Test]
    public void Rule_LookUp_SaysThatItIsAskedForEachAgent() =>
        AssertSaid("me.Float = table[me.Byte] * 2;", "ABM003", DiagnosticSeverity.Info, "table[me.Byte]",
            "Shown: 'table[me.Byte]' is worked out for each agent by itself, which costs about as much as in plain C#");

    [Test]
    public void Rule_Loop_SaysThatItRunsForEachAgent() =>
        AssertSaid("var sum = 0; for (var i = 0; i < 3; i++) sum += i; me.Int = sum;", "ABM003", DiagnosticSeverity.Info, "for (var i = 0; i < 3; i++) sum += i;",
            "Shown: the loop 'for (var i = 0; i < 3; i++) sum += i;' runs for each agent by itself, which costs about as much as in plain C#");

    [Test]
    public void Rule_MustVectoriseAndCannot_IsAnError() =>
        AssertSaid("me.Int = 1; me.Die();", "ABM004", DiagnosticSeverity.Error, "me.Die()",
            "Shown is marked [MustVectorise] and has no block form: me.Die() has an effect", "[MustVectorise] ");

    [Test]
    public void Rule_ThatWritesNothing_SaysSoAtItsName() =>
        AssertSaid("_ = me.Int;", "ABM001", DiagnosticSeverity.Info, "Shown", "Shown runs one agent at a time, some 3 to 20 times as slow as over blocks: the rule writes nothing");

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
