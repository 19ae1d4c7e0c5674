using Elites.Populations;

namespace Elites.Coups;

/// <summary>
/// M17, who stands behind a plot: armed veterans who are organised follow their old commander or the head of their region's
/// organisation into it, as many persons as they are. Where they are tied to several plots they are shared out, so that
/// nobody is counted twice; of those in the provinces few reach the capital in time.
/// </summary>
internal readonly struct GatherVeterans(Plots plots, Soldiers soldiers, ElitesParameters parameters)
{
    private readonly Elite elite = plots.Elite;
    private readonly Mass mass = soldiers.Mass;

    public void Step()
    {
        foreach (var plot in plots.Alive)
            plot.Veterans = 0;
        var (rows, each) = (soldiers.Rows, soldiers.Persons.PerAgent(MassKind.Soldier) * parameters.Veterans.Reach);
        var tied = new List<Plot>();
        for (var row = rows.From; row < rows.To; row++)
        {
            if (mass.Organised[row] <= 0 || !mass.Service[row].Has(Service.Armed))
                continue;
            tied.Clear();
            var units = parameters.Units.Count;
            Tie(EliteKind.FieldOfficer, (int)(((long)(row - rows.From) * units + units - 1) / rows.Count), units, tied);
            Tie(EliteKind.Ultranationalist, mass.Region[row], parameters.Ties.Regions, tied);
            foreach (var plot in tied)
                plot.Veterans += each * mass.Organised[row] / tied.Count;
        }
    }

    /// <summary>Notes the plots of those who have a part: where a kind shares out so many parts in the order of its rows.</summary>
    private void Tie(EliteKind kind, int part, int parts, List<Plot> tied)
    {
        var heads = elite.Of(kind);
        for (var place = First(part, parts, heads.Count); place < First(part + 1, parts, heads.Count); place++)
        {
            if (plots.Of(heads.From + place) is { } plot && !tied.Contains(plot))
                tied.Add(plot);
        }
    }

    private static int First(int part, int parts, int count) => (int)(((long)part * count + parts - 1) / parts);
}
