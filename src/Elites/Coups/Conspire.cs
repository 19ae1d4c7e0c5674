using Agents.Spaces;
using Elites.EliteLoyalty;
using Elites.Populations;

namespace Elites.Coups;

/// <summary>
/// M15 and M17, conspiring: those whose disloyalty exceeds their threshold sound out their trust ties, one agent after
/// another in an order drawn anew each week, the more the more they are grieved; who was stripped of his assets has less
/// to do it with. Who is disloyal enough joins; a refusal may leak and end the plot. The palace and the right are two
/// pools, each with its switch.
/// </summary>
internal readonly struct Conspire(Plots plots, Network trust, EliteClimate climate, Moment moment, ElitesParameters parameters)
{
    private readonly Elite elite = plots.Elite;
    private readonly CoupParameters p = parameters.Coup;
    private readonly float byGrievance = (float)parameters.Coup.JoiningByGrievance;
    private readonly float usualGrievance = (float)parameters.Coup.UsualGrievance;

    public void Step(List<int> discontent)
    {
        discontent.Clear();
        foreach (var kind in Elite.Kinds)
            Sort(elite.Of(kind), discontent);
        var draws = moment.Draws(Purposes.Conspiracy);
        draws.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(discontent));
        foreach (var row in discontent)
            SoundOut(row);
    }

    /// <summary>Sorts one kind, of whom most are content and in no plot.</summary>
    private void Sort(Rows rows, List<int> discontent)
    {
        ReadOnlySpan<float> loyalty = elite.Loyalty.Next, grievances = elite.Grievance.Next, thresholds = elite.Threshold.Values, amnesties = elite.Amnesty.All;
        ReadOnlySpan<int> plotOf = elite.Plot.All;
        for (var row = rows.From; row < rows.To; row++)
        {
            if (Disloyalty(loyalty[row], grievances[row]) > thresholds[row] - amnesties[row] || plotOf[row] != 0)
                Sort(row, discontent);
        }
    }

    /// <summary>Notes the discontent; whoever has come round, or whose pool was switched off, leaves his plot.</summary>
    private void Sort(int row, List<int> discontent)
    {
        var isWilling = Appetite(row) > 0;
        if (isWilling && Disloyalty(row) > Restraint(row))
            discontent.Add(row);
        else if ((!isWilling || Disloyalty(row) < Restraint(row) - 2 * p.JoinMargin) && plots.Of(row) is { } plot)
            plots.Leave(plot, row);
    }

    private void SoundOut(int row)
    {
        var draws = moment.Draws(elite.Ids[row], Purposes.Sounding);
        var blame = elite.Blamer[row] < climate.LeaderShareOfBlame ? p.SoundingByBlame * climate.Blame : 0;
        var rate = Appetite(row) * (1 - elite.Seized[row]) * p.Sounding * (1 + p.SoundingByGrievance * elite.Grievance.Next[row] + blame);
        rate = moment.Clock.ChanceByWeek(rate);
        foreach (var other in trust.Neighbours(row))
        {
            if (!draws.Chance(rate) || (elite.Plot[row] != 0 && elite.Plot[other] == elite.Plot[row]))
                continue;
            var plot = plots.Of(row) ?? Begin(row, draws.Normal(0, p.EstimateError));
            if (plots.Of(other) is { } theirs)
                plots.Unite(plot, theirs);
            else if (Appetite(other) > 0 && Disloyalty(other) > Restraint(other) - p.JoinMargin)
                plots.Join(plot, other, moment.Tick + 1);
            else if (draws.Chance(p.Surveillance * (1 - p.Trust) * p.Leak))
            {
                new PurgePlot(plots, moment, parameters).Step(plot, Happenings.PlotExposed);
                return;
            }
        }
    }

    /// <summary>A plot of the right is one whose founder belongs to its pool and is moved by aims and betrayal more than by losses.</summary>
    private Plot Begin(int founder, double error)
    {
        var motives = new ReadMotives(plots, parameters).Of(founder);
        return plots.Begin(founder, elite.IsOfTheRight[founder] && motives.AreOfAims, error, motives, moment.Tick + 1);
    }

    /// <summary>The intensity of the agent's pool: 0 where its mechanism is off.</summary>
    private double Appetite(int row) => elite.IsOfTheRight[row] ? parameters.Right.Strength : p.Strength;

    /// <summary>The disloyalty from which on the agent is discontent; an amnesty lowers it for those with something to lose.</summary>
    private double Restraint(int row) => elite.Threshold[row] - elite.Amnesty[row];

    // Pending loyalty: it differs from the committed one where an agent was replaced in this very week.
    private float Disloyalty(int row) => Disloyalty(elite.Loyalty.Next[row], elite.Grievance.Next[row]);

    private float Disloyalty(float loyalty, float grievance) => 1 - loyalty + byGrievance * (grievance - usualGrievance);
}
