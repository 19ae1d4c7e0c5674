using Elites.Populations;

namespace Elites.Forces;

/// <summary>The army as units, and the book of those who went through it.</summary>
internal sealed class Army(int units, Clock clock) : IPersistent
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

    /// <summary>Soldiers who died since the start, agents.</summary>
    public int Dead { get; set; }

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

    /// <summary>Share of units in mutiny.</summary>
    public double MutinousShare => (double)IsMutinous.Count(true) / IsMutinous.Length;

    /// <summary>The place of a unit's first soldier among all soldiers, from 0.</summary>
    public int FirstOf(int unit, int soldiers) => (int)((long)unit * soldiers / Morale.Length);

    /// <summary>Counts the soldiers at the front of each unit.</summary>
    public void Muster(Mass mass)
    {
        var rows = mass.Of(MassKind.Soldier);
        for (var unit = 0; unit < Serving.Length; unit++)
            Serving[unit] = mass.Job.Count(new Rows(rows.From + FirstOf(unit, rows.Count), rows.From + FirstOf(unit + 1, rows.Count)), Job.Front);
    }

    public void Persist(Checkpoint state)
    {
        state.Values(Morale.AsSpan());
        state.Values(IsMutinous.AsSpan());
        state.Values(Serving.AsSpan());
        state.Values(Mutinies.AsSpan());
        (Dead, Recruited, CameHome, SettledIn) = (state.Value(Dead), state.Value(Recruited), state.Value(CameHome), state.Value(SettledIn));
        (Crime, Convictions) = (state.Value(Crime), state.Value(Convictions));
    }
}
