using Experiments.Export;

namespace Experiments.Tests.Export;

public sealed class ShortNamesTests
{
    [TestCase("run_id", "run_id")]
    [TestCase("coup.launch", "coup_launch")]
    [TestCase("end_grievance_mean_ultranationalists", "end_grievance_ultranationalists")]
    [TestCase("scenarios.draw.interventions[1].set.settlement.terms", "scenarios_draw_settlement_terms")]
    [TestCase("an_abominably_supercalifragilisticexpialidocious", "an_supercalifragilisticexpialido")]
    [TestCase("if", "if_")]
    [TestCase("Double", "Double_")]
    [TestCase("str12", "str12_")]
    [TestCase("street", "street")]
    [TestCase("9lives", "v9lives")]
    [TestCase("rebellion's", "rebellion_s")]
    [TestCase("??", "_")]
    public void Of_AName_IsOneThatStataTakes(string name, string expected) =>
        Assert.That(ShortNames.Of([name]), Is.EqualTo(new[] { expected }));

    [Test]
    public void Of_NamesThatComeOutAlike_DifferByNumbers()
    {
        var names = ShortNames.Of(["fear.of_war", "fear_of.war", "fear_of_war", "FEAR_of_war", new string('x', 40), new string('x', 41)]);
        Assert.That(names, Is.EqualTo(new[] { "fear_of_war_2", "fear_of_war_3", "fear_of_war", "FEAR_of_war_4", new string('x', 32), new string('x', 30) + "_2" }));
    }
}
