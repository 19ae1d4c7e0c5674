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
            isTied[region] = AnyPlots(LeadersOf(region));
        for (var unit = 0; unit < units; unit++)
        {
            var commanders = Heads.Of(elite.Of(EliteKind.FieldOfficer), unit, units);
            var (isUnitTied, rows) = (AnyPlots(commanders), soldiers.OfUnit(unit, units));
            for (var row = rows.From; row < rows.To; row++)
            {
                if (IsReady(row) && (isUnitTied || isTied[mass.Region[row]]))
                    Follow(row, commanders);
            }
        }
    }

    /// <summary>Whoever is on the street is counted there, and whoever is in jail nowhere.</summary>
    private bool IsReady(int row) =>
        mass.Organised[row] > 0 && mass.Service[row].Has(Service.Armed) && !mass.IsActive[row] && mass.Sentence[row] == 0;

    private Rows LeadersOf(int region) => Heads.Of(elite.Of(EliteKind.Ultranationalist), region, regions);

    private bool AnyPlots(Rows heads)
    {
        for (var row = heads.From; row < heads.To; row++)
        {
            if (elite.Plot[row] != 0)
                return true;
        }
        return false;
    }

    private void Follow(int row, Rows commanders)
    {
        NotePlotsOf(commanders);
        NotePlotsOf(LeadersOf(mass.Region[row]));
        foreach (var plot in tied)
            plot.Veterans += each * mass.Organised[row] / tied.Count;
        tied.Clear();
    }

    private void NotePlotsOf(Rows heads)
    {
        for (var row = heads.From; row < heads.To; row++)
        {
            if (plots.Of(row) is { } plot && !tied.Contains(plot))
                tied.Add(plot);
        }
    }
}
