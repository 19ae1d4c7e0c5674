using Elites.Populations;

namespace Elites.Coups;

/// <summary>
/// M17, who stands behind a plot: armed veterans who are organised into a plot follow their old commander or the head of their region's
/// organisation, whichever of its members that is, as many persons as they are. Where they are tied to several plots they are shared out, so that
/// nobody is counted twice; of those in the provinces few reach the capital in time.
/// </summary>
internal readonly struct GatherVeterans(Plots plots, Bystanders bystanders, ElitesParameters parameters)
{
    private readonly Elite elite = plots.Elite;
    private readonly Soldiers soldiers = bystanders.Soldiers;
    private readonly Mass mass = bystanders.Soldiers.Mass;
    private readonly List<Plot> tied = bystanders.Tied;
    private readonly double each = bystanders.Soldiers.Persons.PerAgent(MassKind.Soldier) * parameters.Veterans.Reach * (1 - parameters.Right.Suppress);
    private readonly int regions = parameters.Ties.Regions;

    public void Step()
    {
        foreach (var plot in plots.Alive)
            plot.Veterans = 0;
        var units = parameters.Units.Count;
        Span<bool> isTied = stackalloc bool[regions];
        for (var region = 0; region < regions; region++)
            isTied[region] = PlotsOf(EliteKind.Ultranationalist, region, regions) > 0;
        for (var unit = 0; unit < units; unit++)
        {
            var commanders = PlotsOf(EliteKind.FieldOfficer, unit, units);
            var rows = soldiers.OfUnit(unit, units);
            for (var row = rows.From; row < rows.To; row++)
            {
                if (IsReady(row) && (commanders > 0 || isTied[mass.Region[row]]))
                    Follow(row, unit, units);
            }
        }
        tied.Clear();
    }

    /// <summary>Whoever is on the street is counted there, and whoever is in jail nowhere.</summary>
    private bool IsReady(int row) =>
        mass.Organised[row] > 0 && mass.Service[row].Has(Service.Armed) && !mass.IsActive[row] && mass.Sentence[row] == 0;

    private void Follow(int row, int unit, int units)
    {
        PlotsOf(EliteKind.FieldOfficer, unit, units);
        PlotsOf(EliteKind.Ultranationalist, mass.Region[row], regions, isAdding: true);
        foreach (var plot in tied)
            plot.Veterans += each * mass.Organised[row] / tied.Count;
    }

    /// <summary>Notes the plots of those who have a part, where a kind shares out so many parts in the order of its rows.</summary>
    /// <returns>How many are noted.</returns>
    private int PlotsOf(EliteKind kind, int part, int parts, bool isAdding = false)
    {
        if (!isAdding)
            tied.Clear();
        var heads = elite.Of(kind);
        for (var place = First(part, parts, heads.Count); place < First(part + 1, parts, heads.Count); place++)
        {
            if (plots.Of(heads.From + place) is { } plot && !tied.Contains(plot))
                tied.Add(plot);
        }
        return tied.Count;
    }

    private static int First(int part, int parts, int count) => (int)(((long)part * count + parts - 1) / parts);
}
