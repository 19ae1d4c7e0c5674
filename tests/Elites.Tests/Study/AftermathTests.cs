using Elites.Leadership;
using Elites.Populations;

namespace Elites.Tests.Study;

/// <summary>Runs that go on after a removal.</summary>
public class AftermathTests
{
    private const int Weeks = 104;

    private static readonly string[] Exits = [Happenings.Removal, Happenings.Succession, Happenings.RebelOrAssassin];

    // Fragile regimes of several kinds: plots, crowds, deaths, rebels.
    [Test]
    public void Run_Continued_IsBitForBitThatWhichStopsUpToTheFirstExit([Range(1, 12)] int seed)
    {
        var (stopped, continued) = (Play(seed, AfterRemoval.Stop), Play(seed, AfterRemoval.Continue));
        Assert.That(stopped.Model.IsFinished, "the seed has an exit");
        var events = stopped.Model.Events.All;
        Assert.That(continued.Model.Events.All.Take(events.Count), Is.EqualTo(events));
        for (var row = 0; row < stopped.Rows.Count - 1; row++)
            Assert.That(continued.Rows[row], Is.EqualTo(stopped.Rows[row]), $"row {row}");
        Assert.That(continued.Model.Classify(), Is.EqualTo(stopped.Model.Classify()), "the outcome is of the first exit");
        Assert.That(continued.Model.Tick, Is.EqualTo(Weeks));
    }

    [Test]
    public void Run_FragileRegime_SuccessorsFallInTheirTurn()
    {
        var trials = Enumerable.Range(1, 12).Select(seed => Play(seed, AfterRemoval.Continue)).ToList();
        var later = trials.SelectMany(trial => trial.Model.Spells.All.Skip(1)).Where(spell => spell.IsRemoved).ToList();
        Assert.That(later, Is.Not.Empty);
        Assert.That(trials.Select(trial => trial.Series("removals")[^1]), Has.Some.GreaterThan(1));
    }

    /// <summary>A config may ask for no other subject than those that a kind of event names.</summary>
    [Test]
    public void Events_OfRuns_HaveNoOtherSubjectsThanTheirKindsName([Range(1, 12)] int seed)
    {
        var named = Happenings.Kinds.Where(kind => kind.Subjects.Count > 0).ToDictionary(kind => kind.Name, kind => kind.Subjects);
        var events = Play(seed, AfterRemoval.Continue).Model.Events.All.Where(happening => named.ContainsKey(happening.Name)).ToList();
        Assert.That(events, Is.Not.Empty);
        Assert.That(events.Where(happening => !named[happening.Name].Contains(happening.Subject)), Is.Empty);
    }

    [Test]
    public void Spells_OfARun_AddUpToItsHorizon([Range(1, 12)] int seed)
    {
        var model = Play(seed, AfterRemoval.Continue).Model;
        var spells = model.Spells.All;
        Assert.That(spells.Sum(spell => spell.To - spell.From), Is.EqualTo(Weeks));
        Assert.That(spells[0].From, Is.Zero);
        Assert.That(spells.Skip(1).Select(spell => spell.From), Is.EqualTo(spells.SkipLast(1).Select(spell => spell.To)));
        Assert.That(spells.Select(spell => spell.Number), Is.EqualTo(Enumerable.Range(1, spells.Count)));
        var exits = model.Events.All.Where(happening => Exits.Contains(happening.Name)).Select(happening => happening.Tick);
        Assert.That(spells.Where(spell => spell.Exit != ExitMode.InOffice).Select(spell => spell.To), Is.EqualTo(exits));
        Assert.That(spells[^1].Exit, Is.EqualTo(ExitMode.InOffice), "the last is censored");
    }

    [Test]
    public void Run_AnExit_HasOneFate([Range(1, 6)] int seed)
    {
        var names = Play(seed, AfterRemoval.Continue).EventNames.ToList();
        Assert.That(names.Count(name => name == Happenings.Fate), Is.EqualTo(names.Count(Exits.Contains)).And.GreaterThan(0));
    }

    [Test]
    public void Run_Catastrophe_EndsAllTheSame()
    {
        var trial = Trial.Run(1_000, Weeks, 1, p =>
        {
            (p.Run.AfterRemoval, p.War.Escalated, p.Escalation.Catastrophe) = (AfterRemoval.Continue, true, 0.5);
            (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled, p.Succession.Enabled) = (false, false, false, false);
        });
        Assert.That(trial.Model.IsFinished);
        Assert.That((trial.Model.Classify().Code, trial.Model.Tick), Is.EqualTo(("escalation_catastrophe", trial.Model.Spells.Current.To)));
        Assert.That(trial.EventNames, Has.No.Member(Happenings.Fate));
    }

    [Test]
    public void Run_CrowdThatWon_GoesHome()
    {
        var model = Until(4, spell => spell.Came == Arrival.Crowd);
        Assert.That(model.Mass.IsActive.Count(model.Mass.All, true), Is.Zero);
        Assert.That(model.Unrest.Sparks, Is.All.Zero);
        Assert.That(model.Unrest.ActiveShare, Is.GreaterThan(0), "it was there in this very week");
    }

    [Test]
    public void Run_SettledUnderASuccessor_IsToldByTheMeasures()
    {
        var model = Until(7, spell => spell.Came == Arrival.Coup);
        var p = model.Parameters;
        (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled, p.Succession.Enabled, p.Leader.Enabled) = (false, false, false, false, false);
        var fall = model.Tick;
        Assert.That((Read(model, "leader_number"), Read(model, "removals"), Read(model, "removed_in_war"), Read(model, "settled_after_removal")), Is.EqualTo((2.0, 1.0, 1.0, 0.0)));
        var outcome = model.Classify();
        for (var week = 0; week < 4; week++)
            model.Advance();
        model.Leader.AgreedTerms[0] = 0.35;
        model.Advance();
        model.Advance();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((Read(model, "settled_after_removal"), Read(model, "weeks_to_settlement"), Read(model, "terms_after_removal"), Read(model, "weeks_since_exit")), Is.EqualTo((1.0, 5.0, 0.35, 6.0)));
            Assert.That((outcome.Tick, outcome.Censored, outcome.Cause), Is.EqualTo((fall, false, "in war")));
            Assert.That(model.Classify(), Is.EqualTo(outcome), "of the war as it was when the first leader fell");
        }
    }

    [Test]
    public void Step_UnderASuccessor_AllocatesNothing()
    {
        var model = Until(7, spell => spell.Came == Arrival.Coup);
        var p = model.Parameters;
        (p.Coup.Enabled, p.Right.Enabled, p.Protest.Enabled, p.Succession.Enabled, p.Units.Enabled, p.Bargaining.Enabled) = (false, false, false, false, false, false);
        for (var week = 0; week < 60; week++)
            model.Advance();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var week = 0; week < 20; week++)
            model.Advance();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Leave_AVacantOffice_IsNotLeftAgain()
    {
        var model = Trial.Make();
        model.Office.Leave(model.Moment, Happenings.RebelOrAssassin, "leader", 73, "");
        model.Office.Remove(model.Moment, Happenings.Plotters, 0.6, "", 4);
        Assert.That(model.Events.All, Has.Count.EqualTo(1));
        Assert.That((model.Office.Exit, model.Office.Founder), Is.EqualTo((Happenings.RebelOrAssassin, Office.Nobody)));
    }

    internal static void BeFragile(ElitesParameters p, int seed)
    {
        switch (seed % 4)
        {
            case 0:
                (p.Protest.Threshold, p.Obedience.CommandsNeeded, p.Coup.Enabled, p.Right.Enabled) = (0.05, 8, false, false);
                break;
            case 1:
                (p.Succession.Mortality, p.Succession.RebelsOrAssassins, p.Succession.SuccessorAge) = (1, 0, 75);
                break;
            case 2:
                (p.Loyalty.Base, p.Succession.RebelsOrAssassins) = (0.3, 1);
                break;
            default:
                p.Loyalty.Base = 0.5;
                break;
        }
    }

    /// <summary>A run that goes on, up to the week of the first accession, which is the one that is wanted.</summary>
    private static ElitesModel Until(int seed, Predicate<Spell> wanted)
    {
        var model = Trial.Make(1_000, seed, p =>
        {
            p.Run.AfterRemoval = AfterRemoval.Continue;
            BeFragile(p, seed);
        });
        while (model.Spells.All.Count == 1 && model.Tick < 2 * Weeks)
            model.Advance();
        Assert.That(wanted(model.Spells.Current), "the seed no longer has the succession that is wanted");
        return model;
    }

    private static double Read(ElitesModel model, string measure) => ElitesModel.Definition.ModelReporters.Single(reporter => reporter.Name == measure).Read(model);

    private static Trial Play(int seed, AfterRemoval after) => Trial.Run(1_000, Weeks, seed, p =>
    {
        p.Run.AfterRemoval = after;
        BeFragile(p, seed);
    }, settleAt: seed % 3 == 0 ? 20 : null, terms: 0.2);
}
