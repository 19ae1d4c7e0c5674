namespace Elites.Populations;

/// <summary>
/// The persons that agents of the mass stand for. Where the dead leave their place to a civilian, the citizens stand for
/// that many fewer.
/// </summary>
internal sealed class Persons(Mass mass, ElitesParameters parameters) : IPersistent
{
    /// <summary>The agents.</summary>
    public Mass Mass { get; } = mass;

    /// <summary>Soldiers who died since the start, agents.</summary>
    public int Dead { get; set; }

    /// <summary>Persons that one agent of a kind stands for.</summary>
    public double PerAgent(MassKind kind) => Of(kind) / Mass.Of(kind).Count;

    /// <summary>Persons of a kind.</summary>
    public double Of(MassKind kind) => 1e6 * (kind switch
    {
        MassKind.Soldier => parameters.Population.SoldiersMillion + parameters.Veterans.ReturnedMillion,
        MassKind.DefenceWorker => parameters.Population.DefenceWorkersMillion,
        _ => parameters.Population.CitizensMillion,
    }) - (kind == MassKind.Citizen ? Dead * PerAgent(MassKind.Soldier) : 0);

    /// <summary>All persons.</summary>
    public double All => Of(MassKind.Soldier) + Of(MassKind.DefenceWorker) + Of(MassKind.Citizen);

    /// <summary>The mean of a column, each kind weighted by the persons it stands for.</summary>
    public double Mean(Column<float> column)
    {
        var sum = 0.0;
        foreach (var kind in Mass.Kinds)
            sum += Of(kind) * column.Mean(Mass.Of(kind));
        return sum / All;
    }

    /// <summary>
    /// The share of an agent's persons whom a tie to one soldier concerns: a soldier stands for fewer persons than a citizen.
    /// </summary>
    public double ShareMeant(int row) => ShareMeant(MassKind.Soldier, row);

    /// <summary>The same of a tie to one agent of a kind.</summary>
    public double ShareMeant(MassKind kind, int row) => Math.Min(1, PerAgent(kind) / PerAgent(Mass.Kind[row]));

    /// <summary>The share of all persons who protest.</summary>
    public double ShareActive()
    {
        var active = 0.0;
        foreach (var kind in Mass.Kinds)
            active += PerAgent(kind) * Mass.IsActive.Count(Mass.Of(kind), true);
        return active / All;
    }

    /// <summary>The troops at the front, in those of the start.</summary>
    public double ShareAtFront() =>
        Mass.Job.Count(Mass.Of(MassKind.Soldier), Job.Front) * PerAgent(MassKind.Soldier) / (1e6 * parameters.Population.SoldiersMillion);

    public void Persist(Checkpoint state) => Dead = state.Value(Dead);
}
