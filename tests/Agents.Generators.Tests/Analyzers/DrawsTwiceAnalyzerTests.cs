namespace Agents.Generators.Tests.Analyzers;

internal sealed class DrawsTwiceAnalyzerTests
{
    [TestCase("me.Memory = me.Draws(Purposes.Luck).Below(6) + {|ABM022:me.Draws(Purposes.Luck)|}.Below(6);")]
    [TestCase("for (var i = 0; i < 3; i++) me.Memory += {|ABM022:me.Draws(Purposes.Luck)|}.Below(6);")]
    [TestCase("if (me.Wealth > 0) me.Memory = me.Draws(Purposes.Luck).Below(6); me.Memory += {|ABM022:me.Draws(Purposes.Luck)|}.Below(6);")]
    [TestCase("var draws = me.Draws(Purposes.Luck); Spend(me); {|ABM022:Earn(me)|};")]
    [TestCase("Earn(me); me.Memory = {|ABM022:me.Draws(Purposes.Luck)|}.Below(6);")]
    [TestCase("Throw(me, Purposes.Luck); {|ABM022:Throw(me, Purposes.Luck)|};")]
    [TestCase("Earn(me); {|ABM022:Deeper(me)|};")]
    public void Rule_TakesDrawsTwice_IsFound(string body) => Snippet.CheckRule(body, Members);

    [TestCase("var draws = me.Draws(Purposes.Luck); me.Memory = draws.Below(6) + draws.Below(6) + me.Draws(Purposes.Work).Below(6);")]
    [TestCase("me.Memory = me.Wealth > 0 ? me.Draws(Purposes.Luck).Below(6) : me.Draws(Purposes.Luck).Below(3);")]
    [TestCase("if (me.Wealth > 0) { me.Memory = me.Draws(Purposes.Luck).Below(6); return; } me.Memory += me.Draws(Purposes.Luck).Below(6);")]
    [TestCase("switch (me.Wealth) { case 0: Earn(me); break; case 1: Earn(me); break; default: Deeper(me); break; }")]
    [TestCase("for (var i = 0; ; i++) { if (i < me.Wealth) continue; me.Memory += me.Draws(Purposes.Luck).Below(6); break; }")]
    [TestCase("Throw(me, Purposes.Luck); Throw(me, Purposes.Work);")]
    [TestCase("Earn(me); Spend(me);")]
    public void Rule_TakesDrawsOnceOnEveryWay_IsSilent(string body) => Snippet.CheckRule(body, Members);

    [Test]
    public void Turns_TakeTheDrawsOfEachAgent_IsSilent() => Snippet.CheckRule("", """
        public void Step(Turns<People> turns)
        {
            for (var turn = 0; turn < turns.Length; turn++)
                turns.Population.Memory[turns.Rows[turn]] = turns[turn].Draws(Purposes.Luck).Below(6);
        }
        """);

    [Test]
    public void Model_TakesItsOwnDrawsTwice_IsFound() => Snippet.CheckStep(
        "var chance = Draws(Purposes.Luck).Uniform(); {|ABM022:Tax()|}; foreach (var id in new uint[] { 1, 2 }) Console.WriteLine(Draws(id, Purposes.Work).Uniform());",
        "private double Tax() => Draws(Purposes.Luck).Uniform();");

    private const string Members = """
        private void Earn(Agent<People> me) => me.Memory += me.Draws(Purposes.Luck).Below(6);
        private void Spend(Agent<People> me) => me.Memory -= me.Draws(Purposes.Work).Below(6);
        private void Deeper(Agent<People> me) => Earn(me);
        private void Throw(Agent<People> me, Purpose purpose) => me.Memory -= me.Draws(purpose).Below(6);
        """;
}
