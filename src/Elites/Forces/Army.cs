using Elites.Populations;

namespace Elites.Forces;

/// <summary>The army as units.</summary>
internal sealed class Army(Soldiers soldiers, int units, Clock clock) : IPersistent
{
    /// <summary>Weeks over which mutinies count together.</summary>
    private const int WeeksOfMutiny = 4;

    /// <summary>Morale of each unit (mo), 0 to 1.</summary>
    public double[] Morale { get; } = new double[units];

    /// <summary>Whether each unit is in mutiny.</summary>
    public bool[] IsMutinous { get; } = new bool[units];

    /// <summary>Soldiers at the front in each unit, agents.</summary>
    public int[] Serving { get; } = new int[units];

    /// <summary>Mutinies of each tick of the last four weeks, a ring.</summary>
    public int[] Mutinies { get; } = new int[WeeksOfMutiny * clock.TicksPerWeek];

    /// <summary>Share of units in mutiny.</summary>
    public double MutinousShare => (double)IsMutinous.Count(true) / IsMutinous.Length;

    /// <summary>Counts the soldiers at the front of each unit.</summary>
    public void Muster()
    {
        for (var unit = 0; unit < Serving.Length; unit++)
            Serving[unit] = soldiers.Mass.Job.Count(RowsOf(unit), Job.Front);
    }

    /// <summary>Mean betrayal of a unit's soldiers at the front, 0 to 1.</summary>
    public double Betrayal(int unit)
    {
        if (Serving[unit] == 0)
            return 0;
        var (mass, rows) = (soldiers.Mass, RowsOf(unit));
        var sum = 0.0;
        for (var row = rows.From; row < rows.To; row++)
            sum += mass.Job[row] == Job.Front ? mass.Betrayal[row] : 0;
        return sum / Serving[unit];
    }

    public void Persist(Checkpoint state)
    {
        state.Values(Morale.AsSpan());
        state.Values(IsMutinous.AsSpan());
        state.Values(Serving.AsSpan());
        state.Values(Mutinies.AsSpan());
    }

    /// <summary>A unit is a run of the soldiers' rows.</summary>
    private Rows RowsOf(int unit) => soldiers.OfUnit(unit, Morale.Length);
}
