using Elites.Diplomacy;
using Elites.EliteLoyalty;
using Elites.People;
using Elites.Populations;
using Elites.Veterans;
using Elites.Warfare;

namespace Elites.Tests.Warfare;

/// <summary>R8: the dimensions of terms, who weighs them how, and that one number for all is that number.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class TermsTests
{
    /// <summary>Land given up for relief: of the same mean as a draw.</summary>
    private static readonly Terms LandForRelief = new(0.2, 0.5, 0.5, 0.8);

    private readonly ElitesModel model = Trial.Make();

    private TermsParameters Weights => model.Parameters.Terms;

    [Test]
    public void By_Weights_TerritoryHasTheRest() =>
        Assert.That(new Terms(0.2, 0.5, 0.8, 1).By(new TermsWeights(0.2, 0.1, 0.6)), Is.EqualTo(0.1 * 0.2 + 0.2 * 0.5 + 0.1 * 0.8 + 0.6 * 1).Within(1e-15));

    [Test]
    public void By_WeightsOfMoreThanOne_ShareItOutWithoutTerritory() =>
        Assert.That(new Terms(0, 0.5, 1, 0.2).By(new TermsWeights(1, 1, 0.5)), Is.EqualTo((0.5 + 1 + 0.1) / 2.5).Within(1e-15));

    [Test]
    public void Kept_DimensionsThatDiffer_IsTheMeanOfAllButRelief()
    {
        var terms = new Terms(0.1, 0.3, 0.8, 1);
        Assert.That((terms.Kept, terms.Mean), Is.EqualTo((0.4, 0.55)).Within(1e-15));
    }

    [Test]
    public void Readings_OneNumberForAll_AreThatNumberToTheLastBit()
    {
        var p = new ElitesParameters().Terms;
        for (var i = -100; i <= 1_000; i++)
        {
            var x = i / 1_000.0;
            Terms terms = x;
            double[] readings = [terms.Mean, terms.Kept, .. Elite.Kinds.Select(kind => terms.For(kind, p)), .. Mass.Kinds.Select(kind => terms.For(kind, p))];
            Assert.That(readings, Is.All.EqualTo(x));
        }
    }

    // What each kind is said to look at most.
    [Test]
    public void For_Kinds_MindWhatIsTheirs()
    {
        Terms land = new(1, 0, 0, 0), reparations = new(0, 1, 0, 0), guarantees = new(0, 0, 1, 0), relief = new(0, 0, 0, 1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(relief.For(EliteKind.Oligarch, Weights), Is.GreaterThan(0.5));
            Assert.That(land.For(EliteKind.Ultranationalist, Weights), Is.GreaterThan(0.5));
            Assert.That(land.For(MassKind.Soldier, Weights), Is.GreaterThan(0.5));
            foreach (var kind in new[] { EliteKind.General, EliteKind.FieldOfficer, EliteKind.SecurityOfficer, EliteKind.Director })
                Assert.That(land.For(kind, Weights) + guarantees.For(kind, Weights), Is.GreaterThan(0.75), kind.Plural);
            foreach (var kind in new[] { MassKind.Citizen, MassKind.DefenceWorker })
                Assert.That(relief.For(kind, Weights) + reparations.For(kind, Weights), Is.GreaterThan(0.5), kind.Plural);
        }
    }

    // Territory is what R8's table adds up to: 1 less the shares of the others, for every kind.
    [Test]
    public void For_AnyKind_SharesComeToOne()
    {
        Terms[] dimensions = [new(1, 0, 0, 0), new(0, 1, 0, 0), new(0, 0, 1, 0), new(0, 0, 0, 1)];
        foreach (var kind in Elite.Kinds)
        {
            Assert.That(dimensions.Sum(terms => terms.For(kind, Weights)), Is.EqualTo(1).Within(1e-12));
            Assert.That(dimensions.Select(terms => terms.For(kind, Weights)), Is.All.InRange(0, 1));
        }
    }

    [Test]
    public void InSight_LandForRelief_PleasesOligarchsAndNotTheRight()
    {
        Settle(LandForRelief);
        var peace = new PeaceMotives(model.Settlement, model.War, model.Parameters);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(peace.InSight(EliteKind.Oligarch), Is.EqualTo(0.1 * 0.2 + 0.3 * 0.5 + 0.6 * 0.8).Within(1e-12));
            Assert.That(peace.InSight(EliteKind.Ultranationalist), Is.EqualTo(0.8 * 0.2 + 0.2 * 0.5).Within(1e-12));
            Assert.That(peace.Disappointment(EliteKind.Oligarch), Is.EqualTo(0.5 - 0.65).Within(1e-12));
            Assert.That(peace.Compromise, Is.EqualTo(model.Parameters.Loyalty.Compromise * (1 - 0.4)).Within(1e-12), "relief makes no compromise smaller");
        }
    }

    [Test]
    public void Rules_LandForRelief_ReadWhatTheyAreAbout()
    {
        Settle(LandForRelief);
        (model.Settlement.IsAnnouncement, model.War.Casualties) = (true, 0);
        new AllotBlame(model.Climate, model.War, model.Settlement, model.Leader, model.Clock, model.Parameters).Step();
        new ConsultPatron(model.Patron, model.War, model.Settlement, model.Parameters).Step();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Climate.Blame, Is.EqualTo(1 - 0.4).Within(1e-12), "victory was promised, and relief is none");
            Assert.That(model.Patron.Approval, Is.EqualTo(ConsultPatron.ApprovalOf(0.4, 0, model.Parameters)).Within(1e-12));
            Assert.That((Measured("terms_for_oligarchs"), Measured("terms_for_ultranationalists")), Is.EqualTo((0.65, 0.26)).Within(1e-12));
            Assert.That(Measured("support_for_terms"), Is.EqualTo(PeopleMeasures.SupportFor(model, 0.2)), "polls ask of land");
            Assert.That(Burden(EliteKind.General).Inquiry, Is.EqualTo(0.4 * (1 - (0.45 * 0.2 + 0.5 * 0.5 + 0.05 * 0.8))).Within(1e-12), "officers look at land and guarantees");
        }
    }

    [Test]
    public void Reintegrate_LandForRelief_BetraysSoldiersByTheirOwnReading()
    {
        Settle(LandForRelief);
        var soldier = model.Mass.Of(MassKind.Soldier).From;
        model.Mass.Ideal.Initial[soldier] = 0.7f;
        (model.Settlement.IsAnnouncement, model.Mass.Job[soldier], model.Mass.Service[soldier]) = (true, Job.Front, Service.Serving);
        new Stage().Play(model.Mass, new Reintegrate(model.Settlement, model.Clock, model.Parameters), soldier);
        Assert.That(model.Mass.Betrayal[soldier], Is.EqualTo(0.7 - (0.7 * 0.2 + 0.2 * 0.5 + 0.1 * 0.8)).Within(1e-6));
    }

    [Test]
    public void BelieveStabInBack_LandForRelief_GrowsByTheReadingOfTheRight()
    {
        float Lasting(Terms terms)
        {
            Settle(terms);
            return new BelieveStabInBack(model.Settlement, model.War, model.Narrative, model.Clock, model.Parameters).Lasting;
        }
        Assert.That(Lasting(LandForRelief), Is.EqualTo(Lasting(0.8 * 0.2 + 0.2 * 0.5)).And.GreaterThan(Lasting(0.5)));
    }

    [Test]
    public void Grounds_ReliefForLand_ShinesAsCitizensWeighIt()
    {
        double Shine(Terms terms)
        {
            Settle(terms);
            return new Grounds(model.Economy, model.Settlement, model.War, model.Society, model.Narrative, model.Parameters).Shine;
        }
        Assert.That(Shine(LandForRelief), Is.EqualTo(Shine(0.25 * 0.2 + 0.35 * 0.5 + 0.4 * 0.8)).Within(1e-12));
    }

    // What is named at the same number as the shorthand and costs nothing changes no bit.
    [Test]
    public void Run_NamedAtTheSameNumber_IsTheRunOfTheShorthand()
    {
        string Hash(Action<SettlementParameters> name) => Trial.Run(1_000, 60, settleAt: 10, set: p => name(p.Settlement)).Hash();
        var shorthand = Hash(_ => { });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Hash(p => (p.Territory, p.Reparations, p.ReparationsCost) = (0.5, 0.5, 0)), Is.EqualTo(shorthand));
            Assert.That(Hash(p => (p.Territory, p.Reparations) = (0.5, 0.5)), Is.Not.EqualTo(shorthand), "reparations that are named are paid");
            Assert.That(Hash(p => (p.Territory, p.ReparationsCost) = (0.4, 0)), Is.Not.EqualTo(shorthand));
        }
    }

    private void Settle(Terms terms) =>
        (model.Settlement.IsWar, model.Settlement.Warness, model.Settlement.WeeksSettled, model.Settlement.Terms) = (false, 0, 0, terms);

    private Burdens Burden(EliteKind kind) =>
        new(kind, new PeaceMotives(model.Settlement, model.War, model.Parameters), model.Circumstances, model.Climate, model.Prospect, model.Parameters);

    private double Measured(string name) => ElitesModel.Definition.ModelReporters.Single(reporter => reporter.Name == name).Read(model);
}
