namespace Elites.Populations;

/// <summary>The soldiers' rows of the mass, and the book of those who went through the army.</summary>
internal sealed class Soldiers(Persons persons) : IPersistent
{
    /// <summary>What agents stand for.</summary>
    public Persons Persons { get; } = persons;

    /// <summary>The mass that soldiers are part of.</summary>
    public Mass Mass => Persons.Mass;

    /// <summary>Their rows.</summary>
    public Rows Rows => Mass.Of(MassKind.Soldier);

    /// <summary>The rows of a unit: units are runs of them.</summary>
    public Rows OfUnit(int unit, int units) => new(FirstOf(unit, units), FirstOf(unit + 1, units));

    /// <summary>Soldiers at the front, agents.</summary>
    public int AtFront => Mass.Job.Count(Rows, Job.Front);

    /// <summary>Recruits since the start, agents.</summary>
    public int Recruited { get; set; }

    /// <summary>Soldiers who came home from the war or after it since the start, agents.</summary>
    public int CameHome { get; set; }

    /// <summary>Veterans who count as citizens since they have settled in, and whose place a recruit took, agents.</summary>
    public int SettledIn { get; set; }

    /// <summary>Mean rate of crime of the veterans at large, per veteran and year.</summary>
    public double Crime { get; set; }

    /// <summary>Convictions of veterans since the start, agents.</summary>
    public int Convictions { get; set; }

    /// <summary>The share of all persons who protest with a weapon at hand.</summary>
    public double ShareInArms()
    {
        var (mass, rows) = (Mass, Rows);
        if (mass.IsActive.Count(rows, true) == 0)
            return 0;
        var armed = 0;
        for (var row = rows.From; row < rows.To; row++)
            armed += mass.IsActive[row] && mass.Service[row].Has(Service.Armed) ? 1 : 0;
        return armed * Persons.PerAgent(MassKind.Soldier) / Persons.All;
    }

    private int FirstOf(int unit, int units) => Rows.From + (int)((long)unit * Rows.Count / units);

    public void Persist(Checkpoint state)
    {
        (Recruited, CameHome, SettledIn) = (state.Value(Recruited), state.Value(CameHome), state.Value(SettledIn));
        (Crime, Convictions) = (state.Value(Crime), state.Value(Convictions));
    }
}
