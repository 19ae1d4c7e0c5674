using Elites.Diplomacy;
using Elites.Economics;
using Elites.EliteLoyalty;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Tests.Warfare;

/// <summary>Dimensions of terms that are named are paid: relief lifts sanctions, reparations cost output, a guarantee stands.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class NamedTermsTests
{
    private readonly ElitesModel model = Trial.Make();

    private ElitesParameters Parameters => model.Parameters;

    private SettlementParameters Named => Parameters.Settlement;

    [Test]
    public void Relief_Named_LiftsThatShareOfSanctionsAtPeaceWhateverTheLever()
    {
        (Named.Relief, Parameters.Sanctions.ReliefAtPeace) = (0.8, 0.3);
        Assert.That(Parameters.SanctionsInForce(model.Settlement), Is.EqualTo(1), "in war none is lifted");
        (model.Settlement.IsWar, model.Settlement.Warness) = (false, 0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Parameters.SanctionsInForce(model.Settlement), Is.EqualTo(0.2).Within(1e-12));
            Assert.That(ConsultPatron.ApprovalOf(0.6, 0, Parameters), Is.EqualTo(1 - 0.5 * (0.3 + 0.7 * 0.8)).Within(1e-12), "relief is a turn to the West");
        }
        Named.Relief = -1;
        Assert.That(Parameters.SanctionsInForce(model.Settlement), Is.EqualTo(0.7).Within(1e-12), "not named: the lever");
    }

    [Test]
    public void Relief_NamedWithoutAWar_IsNobodys()
    {
        (Named.Relief, Parameters.War.Enabled) = (1, false);
        Assert.That(Parameters.ReliefAtPeace, Is.Zero);
    }

    [Test]
    public void Relief_Named_GivesTheElitesAssetsBack()
    {
        (model.Settlement.IsWar, model.Settlement.Warness, model.Settlement.Terms) = (false, 0, 0.5);
        var held = Burden();
        Named.Relief = 0.75;
        Assert.That(Burden(), Is.EqualTo(held / 4).And.Positive, "a quarter is still held");
    }

    [TestCase(0.25, 0, 0, 0.03)]
    [TestCase(0.25, 0.5, 0, 0.015)]
    [TestCase(0.25, 0, 103, 0.03)]
    [TestCase(0.25, 0, 104, 0)]
    [TestCase(1, 0, 0, 0)]
    [TestCase(-1, 0, 0, 0)]
    public void Reparations_Named_CostAShareOfOutputForSomeYears(double spared, double warness, double weeks, double cost)
    {
        (Named.Terms, Named.Reparations, Named.ReparationsCost, Named.ReparationsYears) = (0.5, spared, 0.04, 2);
        (model.Settlement.IsWar, model.Settlement.Warness, model.Settlement.WeeksSettled, model.Settlement.Terms) = (false, warness, weeks, Named.TermsAt(0.5));
        Assert.That(Spending() - WithoutReparations(), Is.EqualTo(cost).Within(1e-12));
    }

    [Test]
    public void Reparations_NamedInWarOrWithoutOne_CostNothing()
    {
        Named.Reparations = 0;
        (model.Settlement.Terms, model.Settlement.Warness) = (Named.TermsAt(-1), 1);
        var inWar = Spending() - WithoutReparations();
        (Parameters.War.Enabled, model.Settlement.IsWar, model.Settlement.Warness, model.Settlement.Terms) = (false, false, 0, 0);
        Assert.That((inWar, Spending() - WithoutReparations()), Is.EqualTo((0.0, 0.0)));
    }

    [Test]
    public void Guarantees_Named_TakeHopeOfAWarTakenUpAgain()
    {
        var hope = new ReckonVictory(model.War, Parameters).Chance();
        (Named.Guarantees, model.Settlement.IsAnnouncement, model.Settlement.IsWar) = (0.25, true, false);
        model.Settlement.Terms = Named.TermsAt(0.5);
        new GrantGuarantee(model.War, model.Settlement, Parameters).Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.War.Guaranteed, Is.EqualTo(0.75));
            Assert.That(model.War.VictoryChance, Is.EqualTo(hope * (1 - 0.8 * 0.75)).Within(1e-12));
            Parameters.War.Guarantee = 0.9;
            Assert.That(new ReckonVictory(model.War, Parameters).Chance(), Is.EqualTo(hope * (1 - 0.8 * 0.9)).Within(1e-12), "the larger of two guarantees counts");
        }
    }

    [Test]
    public void Guarantees_NotNamed_StandNowhere()
    {
        (model.Settlement.IsAnnouncement, model.Settlement.Terms, model.War.VictoryChance) = (true, 0.2, 0.123);
        new GrantGuarantee(model.War, model.Settlement, Parameters).Step();
        Assert.That((model.War.Guaranteed, model.War.VictoryChance), Is.EqualTo((0.0, 0.123)));
    }

    [Test]
    public void Run_WarTakenUpAgain_KeepsTheGuaranteeAlsoAfterACheckpoint()
    {
        static void Name(ElitesParameters p) => (p.Settlement.Guarantees, p.Settlement.Territory, p.Settlement.Terms) = (0, 0.3, 0.5);
        static ElitesModel Play(ElitesModel model, int weeks, double terms)
        {
            model.Parameters.Settlement.Terms = terms;
            for (var week = 0; week < weeks; week++)
                model.Advance();
            return model;
        }
        var original = Play(Trial.Make(set: Name), 3, 0.5);
        using var saved = new MemoryStream();
        Checkpoint.Save(original, saved);
        saved.Position = 0;
        var restored = Trial.Make(set: Name);
        Checkpoint.Restore(restored, saved);
        Assert.That(restored.Settlement.Terms, Is.EqualTo(new Terms(0.3, 0.5, 0, 0.5)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Play(restored, 3, -1).War.VictoryChance, Is.EqualTo(Play(original, 3, -1).War.VictoryChance));
            Assert.That(original.War.Guaranteed, Is.EqualTo(1), "the war goes on, and the guarantee stands");
            Assert.That(original.War.VictoryChance, Is.LessThan(0.1));
        }
    }

    private double Burden() =>
        new Burdens(EliteKind.Oligarch, new PeaceMotives(model.Settlement, model.War, Parameters), model.Circumstances, model.Climate, model.Prospect, Parameters).Sum;

    private double Spending()
    {
        new BalanceBudget(model.Economy, model.Settlement, model.Persons, model.Clock, Parameters).Step();
        return model.Economy.Spending;
    }

    private double WithoutReparations()
    {
        var named = Named.Reparations;
        Named.Reparations = -1;
        var spending = Spending();
        Named.Reparations = named;
        return spending;
    }
}
