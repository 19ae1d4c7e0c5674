using Elites.EliteLoyalty;
using Elites.Populations;

namespace Elites.Coups;

/// <summary>A circle of elite agents who would remove the leader.</summary>
/// <param name="id">From 1; 0 means no plot.</param>
/// <param name="founder">The founder's row.</param>
/// <param name="isIdeological">Whether the founder belongs to the right and aims and betrayal moved him (<see cref="Motives.AreOfAims"/>).</param>
/// <param name="error">The plot's lasting error in its estimate of success.</param>
/// <param name="motives">What moved the founder.</param>
/// <param name="since">The row of ticks that first shows the plot.</param>
internal sealed class Plot(int id, int founder, bool isIdeological, double error, Motives motives, int since) : IPersistent
{
    private readonly List<int> joined = [];

    public int Id { get; private set; } = id;

    /// <summary>Who stands for the plot: its founder, or the first of the others once he has left.</summary>
    public int Founder { get; private set; } = founder;

    /// <summary>The row of its founder, whether he is still in it or not.</summary>
    public int FoundedBy { get; private set; } = founder;

    /// <summary>The row of ticks that first shows it.</summary>
    public int Since { get; private set; } = since;

    public bool IsIdeological { get; private set; } = isIdeological;

    /// <summary>What events call the founder's motive.</summary>
    public string Motive => IsIdeological ? Happenings.Ideology : Happenings.Interest;

    public double Error { get; private set; } = error;

    /// <summary>What moved the founder when he began.</summary>
    public Motives Motives { get; private set; } = motives;

    /// <summary>Organised veterans behind the plot who can reach the capital, persons.</summary>
    public double Veterans { get; internal set; }

    /// <summary>Rows of the members, in the order in which they joined.</summary>
    public List<int> Members { get; } = [];

    /// <summary>The row of ticks that first shows a member in a plot: this one, or one that joined it.</summary>
    public int SinceOf(int row) => joined[Members.IndexOf(row)];

    public void Join(int row, int tick)
    {
        Members.Add(row);
        joined.Add(tick);
    }

    /// <summary>A member leaves; the first of the others stands for the plot from then on where it was the founder.</summary>
    public void Leave(int row)
    {
        var place = Members.IndexOf(row);
        if (place < 0)
            return;
        Members.RemoveAt(place);
        joined.RemoveAt(place);
        if (row == Founder && Members.Count > 0)
            Founder = Members[0];
    }

    /// <summary>The best rank among the members: 0 top, 1 middle, 2 bottom.</summary>
    public int BestRankIn(Elite elite)
    {
        var best = 2;
        foreach (var row in Members)
            best = Math.Min(best, elite.Tier[row]);
        return best;
    }

    public void Persist(Checkpoint state)
    {
        (Id, Founder, IsIdeological, Error) = (state.Value(Id), state.Value(Founder), state.Value(IsIdeological), state.Value(Error));
        (Motives, Veterans) = (Motives.Persisted(state), state.Value(Veterans));
        (FoundedBy, Since) = (state.Value(FoundedBy), state.Value(Since));
        state.List(Members);
        state.List(joined);
    }
}

/// <summary>The plots that are alive, in the order in which they began.</summary>
/// <param name="elite">Those who plot, and all others of the elite.</param>
/// <param name="climate">What they share: the blame that moves them.</param>
internal sealed class Plots(Elite elite, EliteClimate climate) : IPersistent
{
    private readonly List<Plot> alive = [];
    private readonly Dictionary<int, Plot> byId = [];
    private int begun;

    /// <summary>Those who plot, and all others of the elite.</summary>
    public Elite Elite { get; } = elite;

    /// <summary>What the elite shares.</summary>
    public EliteClimate Climate { get; } = climate;

    public List<Plot> Alive => alive;

    /// <summary>Members of all plots.</summary>
    public int Plotters
    {
        get
        {
            var members = 0;
            foreach (var plot in alive)
                members += plot.Members.Count;
            return members;
        }
    }

    /// <summary>Share of the elite's force that is discontent enough to plot.</summary>
    public double Pressure
    {
        get
        {
            var (discontent, all) = (0.0, 0.0);
            for (var row = 0; row < Elite.Count; row++)
            {
                all += Elite.Force[row];
                discontent += 1 - Elite.Loyalty[row] > Elite.Threshold[row] ? Elite.Force[row] : 0;
            }
            return discontent / Math.Max(all, double.Epsilon);
        }
    }

    /// <summary>The plot that an agent is in, or null.</summary>
    public Plot? Of(int row) => byId.GetValueOrDefault(Elite.Plot[row]);

    /// <summary>Begins a plot of one; <paramref name="tick"/> is the row of ticks that first shows it.</summary>
    public Plot Begin(int founder, bool isIdeological, double error, Motives motives = default, int tick = 0)
    {
        var plot = new Plot(++begun, founder, isIdeological, error, motives, tick);
        alive.Add(plot);
        byId.Add(plot.Id, plot);
        Join(plot, founder, tick);
        return plot;
    }

    public void Join(Plot plot, int row, int tick = 0)
    {
        Elite.Plot[row] = plot.Id;
        plot.Join(row, tick);
    }

    /// <summary>The members of the later plot join the earlier one.</summary>
    public void Unite(Plot one, Plot other)
    {
        var (first, second) = one.Id < other.Id ? (one, other) : (other, one);
        foreach (var row in second.Members)
            Join(first, row, second.SinceOf(row));
        Forget(second);
    }

    public void Leave(Plot plot, int row)
    {
        Elite.Plot[row] = 0;
        plot.Leave(row);
        if (plot.Members.Count == 0)
            Forget(plot);
    }

    /// <summary>Ends a plot; its members belong to none.</summary>
    public void End(Plot plot)
    {
        foreach (var row in plot.Members)
            Elite.Plot[row] = 0;
        Forget(plot);
    }

    public void Persist(Checkpoint state)
    {
        begun = state.Value(begun);
        state.Items(alive, () => new Plot(0, 0, false, 0, default, 0));
        byId.Clear();
        foreach (var plot in alive)
            byId.Add(plot.Id, plot);
    }

    private void Forget(Plot plot)
    {
        alive.Remove(plot);
        byId.Remove(plot.Id);
    }
}
