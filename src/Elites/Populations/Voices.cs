namespace Elites.Populations;

/// <summary>
/// The grievance of the people whom the elite hears: generals the army, field officers a unit, ultranationalists the
/// soldiers of a region, directors a plant, officers of the service the citizens of a region, oligarchs all citizens.
/// </summary>
internal sealed class Voices(Soldiers soldiers, int units, int regions) : IPersistent
{
    private readonly double[] sums = new double[Mass.Kinds.Length * regions];
    private readonly int[] counts = new int[Mass.Kinds.Length * regions];

    /// <summary>Mean grievance: of each kind, then of each unit, then of each kind by region.</summary>
    private readonly float[] means = new float[Mass.Kinds.Length * (1 + regions) + units];

    /// <summary>The mean grievance of one such group; where it has no one, that of its kind.</summary>
    public float this[int group] => means[group];

    /// <summary>Asks everyone.</summary>
    public void Listen()
    {
        var mass = soldiers.Mass;
        foreach (var kind in Mass.Kinds)
        {
            means[(int)kind] = (float)mass.Grievance.Mean(mass.Of(kind));
            ListenByRegion(mass, kind);
        }
        for (var unit = 0; unit < units; unit++)
            means[Mass.Kinds.Length + unit] = soldiers.OfUnit(unit, units) is { Count: > 0 } rows ? (float)mass.Grievance.Mean(rows) : means[0];
        Array.Clear(sums);
        Array.Clear(counts);
    }

    /// <summary>People of one region mostly follow one another, so that they are summed up run by run.</summary>
    private void ListenByRegion(Mass mass, MassKind kind)
    {
        var (rows, first) = (mass.Of(kind), (int)kind * regions);
        for (var from = rows.From; from < rows.To;)
        {
            var region = mass.Region[from];
            var length = mass.Region.Values[from..rows.To].IndexOfAnyExcept(region);
            var run = new Rows(from, length < 0 ? rows.To : from + length);
            sums[first + region] += mass.Grievance.Mean(run) * run.Count;
            counts[first + region] += run.Count;
            from = run.To;
        }
        for (var i = first; i < first + regions; i++)
            means[Mass.Kinds.Length + units + i] = counts[i] > 0 ? (float)(sums[i] / counts[i]) : means[(int)kind];
    }

    /// <summary>Whom an agent hears, by its kind and its place among so many of it.</summary>
    public static int HeardBy(EliteKind kind, int place, int count, int units, int regions) => kind switch
    {
        EliteKind.General => (int)MassKind.Soldier,
        EliteKind.FieldOfficer => Mass.Kinds.Length + Heads.PartOf(place, count, units),
        EliteKind.Ultranationalist => InRegion(MassKind.Soldier, Heads.PartOf(place, count, regions), units, regions),
        EliteKind.Director => InRegion(MassKind.DefenceWorker, Heads.PartOf(place, count, regions), units, regions),
        EliteKind.SecurityOfficer => InRegion(MassKind.Citizen, Heads.PartOf(place, count, regions), units, regions),
        _ => (int)MassKind.Citizen,
    };

    public void Persist(Checkpoint state) => state.Values(means.AsSpan());

    private static int InRegion(MassKind kind, int region, int units, int regions) => Mass.Kinds.Length + units + (int)kind * regions + region;
}
