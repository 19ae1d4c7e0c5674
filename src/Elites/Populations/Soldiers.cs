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

    /// <summary>Betrayal of the soldiers who are home with a weapon, over all soldiers, 0 to 1.</summary>
    public double ArmedBetrayal()
    {
        var (mass, rows) = (Mass, Rows);
        var sum = 0.0;
        for (var row = rows.From; row < rows.To; row++)
        {
            if (mass.Job[row] != Job.Front && (mass.Service[row] & Service.Armed) != 0)
                sum += mass.Betrayal[row];
        }
        return sum / rows.Count;
    }

    public void Persist(Checkpoint state)
    {
        (Recruited, CameHome, SettledIn) = (state.Value(Recruited), state.Value(CameHome), state.Value(SettledIn));
        (Crime, Convictions) = (state.Value(Crime), state.Value(Convictions));
    }
}
