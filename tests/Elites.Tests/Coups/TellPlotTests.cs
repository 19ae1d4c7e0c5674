using Elites.Coups;
using Elites.Populations;

namespace Elites.Tests.Coups;

/// <summary>What events tell of plots: numbers that can be reckoned by hand, and nothing of it touches the model.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class TellPlotTests
{
    private readonly ElitesModel model = Trial.Make(seed: 3);

    private int Officer => model.Elite.Of(EliteKind.SecurityOfficer).From;

    private int Oligarch => model.Elite.Of(EliteKind.Oligarch).From;

    [Test]
    public void Of_MotivesAreAboveTheYearBefore()
    {
        Move(Officer);
        var motives = new ReadMotives(model.Plots, model.Parameters).Of(Officer);
        // Blame: weight 2 x the leader's share .5 x (.75 - .25).
        Assert.That((motives.Aims, motives.Blame, motives.Losses, motives.Grievance), Is.EqualTo((0.5, 0.5, -0.25, 0.75)));
    }

    [Test]
    public void Of_APlot_SaysWhoFoundedItAndWhenAndWhatMovesItsHeadNow()
    {
        Move(Officer);
        var plot = model.Plots.Begin(Officer, true, 0, new Motives(1, 2, 3, 0.4), 31);
        Assert.That(Telling().Of(plot), Is.EqualTo(
            $"ideology, {Happenings.Ranks[model.Elite.Tier[Officer]]}, aims 1.00, blame 2.00, losses 3.00, grievance 0.40, plot 1, since week 31, founder agent {model.Elite.Ids[Officer]}, head agent {model.Elite.Ids[Officer]}, now aims 0.50, blame 0.50, losses -0.25, grievance 0.75"));
    }

    [Test]
    public void Of_AFounderWhoLeft_IsStillTheFounder()
    {
        var plot = model.Plots.Begin(Officer, true, 0, default, 31);
        model.Plots.Join(plot, Officer + 1, 33);
        model.Plots.Leave(plot, Officer);
        Assert.That(Telling().Of(plot), Does.Contain($"founder agent {model.Elite.Ids[Officer]}, head agent {model.Elite.Ids[Officer + 1]}"));
        Assert.That(plot.SinceOf(Officer + 1), Is.EqualTo(33));
    }

    [Test]
    public void RecordMembers_NamesEachAndSinceWhen()
    {
        Move(Oligarch);
        var plot = model.Plots.Begin(Officer, false, 0, default, 31);
        var later = model.Plots.Begin(Oligarch, false, 0, default, 35);
        model.Plots.Unite(plot, later);
        model.Elite.AtCapital[Oligarch] = 12.5f;
        Telling().RecordMembers(plot);
        var events = model.Events.All;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(events.Select(one => (one.Name, one.Subject)), Is.EqualTo(new[] { (Happenings.Plotter, "security officer"), (Happenings.Plotter, "oligarch") }));
            Assert.That(events[0].Details, Does.Contain("plot 1, since week 31, founder, "));
            Assert.That(events[1].Details, Is.EqualTo(
                $"agent {model.Elite.Ids[Oligarch]}, clan {model.Elite.Clan[Oligarch] + 1}, {Happenings.Ranks[model.Elite.Tier[Oligarch]]}, plot 1, since week 35, member, force 12.5, aims 0.50, blame 0.50, losses -0.25, grievance 0.75"));
            Assert.That(events[1].Value, Is.EqualTo(model.Elite.Loyalty.Next[Oligarch]));
        }
    }

    [Test]
    public void Step_ALaunch_RecordsMembersBetweenAttemptAndEnd()
    {
        var plot = model.Plots.Begin(Officer, false, 0);
        model.Plots.Join(plot, Officer + 1);
        (model.Parameters.Coup.Launch, model.Parameters.Coup.Exposure) = (0, 0);
        new LaunchCoup(model.Plots, model.ForceByLoyalty, model.Bystanders, model.Office, model.Moment, model.Parameters).Step();
        var names = model.Events.All.Select(one => one.Name).ToList();
        Assert.That(names[..3], Is.EqualTo(new[] { Happenings.CoupAttempt, Happenings.Plotter, Happenings.Plotter }));
        var force = model.Elite.AtCapital[Officer] + model.Elite.AtCapital[Officer + 1];
        var luck = model.Draws(Purposes.Attempt).Normal(0, model.Parameters.Coup.Luck);
        Assert.That(model.Events.All[0].Details, Does.EndWith(FormattableString.Invariant($", force {force:0.0}, veterans 0.0, luck {luck:0.00}, needed 0.50")));
    }

    [Test]
    public void Restore_APlot_RemembersWhoJoinedWhen()
    {
        var plot = model.Plots.Begin(Officer, true, 0, new Motives(1, 2, 3, 0.4), 31);
        model.Plots.Join(plot, Officer + 1, 33);
        model.Plots.Leave(plot, Officer);
        model.Plots.Join(plot, Oligarch, 36);
        using var stream = new MemoryStream();
        Checkpoint.Save(model, stream);
        stream.Position = 0;
        var other = Trial.Make(seed: 3);
        Checkpoint.Restore(other, stream);
        var kept = other.Plots.Alive.Single();
        Assert.That((kept.FoundedBy, kept.Founder, kept.Since, kept.SinceOf(Officer + 1), kept.SinceOf(Oligarch)), Is.EqualTo((Officer, Officer + 1, 31, 33, 36)));
    }

    private TellPlot Telling() => new(model.Plots, model.Moment, model.Parameters);

    /// <summary>Gives an agent and the elite motives that can be reckoned by hand.</summary>
    private void Move(int row)
    {
        var (elite, climate) = (model.Elite, model.Climate);
        (elite.Ideology[row], elite.IdeologyUsually[row]) = (0.75f, 0.25f);
        (elite.Interest[row], elite.InterestUsually[row]) = (0.25f, 0.5f);
        Stage.Give(elite.Grievance, row, 0.75f);
        model.Parameters.Loyalty.Blame = 2;
        (climate.LeaderShareOfBlame, climate.Blame, climate.BlameUsually) = (0.5, 0.75, 0.25);
    }
}
