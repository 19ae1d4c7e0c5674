using System.Globalization;
using System.Text.RegularExpressions;
using Torture;

namespace Agents.Generators.Tests;

/// <summary>A rule that throws for one agent, told as if there were no blocks; that the state is the same too, TortureTests show.</summary>
public sealed class ExceptionTests
{
    [Test]
    public void Rule_LookUpThrowsInOneLane_StackNamesTheRulesOwnLineAndEarlierAgentsAlone()
    {
        var (model, stage) = (new TortureModel(100), new Stage());
        model.Everything.Tally.Next[50] = 20;
        Stage.Settle(model.Everything);
        var before = model.Everything.Float.Values.ToArray();
        var problem = Assert.Throws<IndexOutOfRangeException>(() => stage.Play(model.Everything, new ThrowsAtALookUp(new int[16])));
        using (Assert.EnterMultipleScope())
        {
            AssertNamesTheRule(problem, "ThrowsAtALookUp");
            Assert.That(model.Everything.Float.Values[..51].ToArray(), Is.EqualTo(before[..51].Select(x => x + 1)), "the one that throws has its first line behind it");
            Assert.That(model.Everything.Float.Values[51..].ToArray(), Is.EqualTo(before[51..]), "nobody behind it had a turn");
        }
    }

    [Test]
    public void Rule_ThrowsInABranchThatIsLeft_StackNamesTheRulesOwnLineAndTheMessageTheAgent()
    {
        var (model, stage) = (new TortureModel(100), new Stage());
        (model.Everything.Tally.Next[50], model.Everything.Mood.Next[50]) = (7, 1);
        Stage.Settle(model.Everything);
        var before = model.Everything.Float.Values.ToArray();
        var problem = Assert.Throws<InvalidOperationException>(() => stage.Play(model.Everything, new ThrowsInABranch(model.Everything)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problem.Message, Is.EqualTo("Agent 50 has seven."));
            AssertNamesTheRule(problem, "ThrowsInABranch");
            Assert.That(model.Everything.Float.Values[51..].ToArray(), Is.EqualTo(before[51..]), "nobody behind it had a turn");
        }
    }

    // What the compiler at run time puts together has no line of its own: any of the rule's will do there.
    private static void AssertNamesTheRule(Exception problem, string rule)
    {
        var text = CompiledText.Torture("ThrowingRules.cs").Split('\n');
        var first = Array.FindIndex(text, line => line.Contains($"struct {rule}(", StringComparison.Ordinal)) + 1;
        var last = Array.FindIndex(text, first, line => line == "}") + 1;
        var named = Regex.Match(problem.StackTrace!, $@"^ *at Torture\.{rule}\.Step\(Agent`1 me\) in .*ThrowingRules\.cs:line (\d+)");
        Assert.That(named.Success, Is.True, problem.StackTrace);
        Assert.That(int.Parse(named.Groups[1].Value, CultureInfo.InvariantCulture), Is.InRange(first, last));
    }

    private sealed class Stage() : Model(Seed.Of(1))
    {
        public void Play<TRule>(Everything everything, TRule rule)
            where TRule : struct, IRule<Everything> => Run(everything, rule);

        public static void Settle(Everything everything) => Commit(everything.Tally, everything.Mood);

        protected override void Step() => throw new NotSupportedException();
    }
}
