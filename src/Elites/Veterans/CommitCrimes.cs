using Agents.Spaces;
using Elites.Populations;

namespace Elites.Veterans;

/// <summary>
/// M19, crime: a veteran is convicted at the yearly rate c0v (1 + 2 trauma + 1.5 without a job + 1.5 from prison +
/// brutality of heavy combat)(1 - relief x benefits), is jailed, and each crime adds to the grievance of acquaintances
/// (Kulka et al. 1990 for war-zone stress and felony; the sizes are assumed).
/// </summary>
internal readonly struct CommitCrimes(Soldiers soldiers, Network acquaintances, Clock clock, VeteranParameters p)
{
    private readonly Mass mass = soldiers.Mass;

    public void Step()
    {
        var rows = soldiers.Rows;
        Span<float> room = stackalloc float[Population.BlockSize];
        var scale = p.Strength * p.Crime * (1 - p.CrimeRelief * p.Benefits);
        var (sum, veterans, years) = (0.0, 0, clock.Years);
        for (var row = rows.From; row < rows.To; row++)
        {
            var luck = mass.Luck(row, rows, Purposes.Crime, room);
            if ((mass.Service[row] & Service.Veteran) == 0 || mass.Sentence[row] > 0)
                continue;
            var rate = scale * Weight(row);
            sum += rate;
            veterans++;
            // A chance a tick of rate x years: at most a hundredth, where it is what 1 - exp of it is.
            if (luck < rate * years)
                Convict(row);
        }
        soldiers.Crime = veterans > 0 ? sum / veterans : 0;
    }

    private double Weight(int row)
    {
        var record = mass.Service[row];
        return 1 + p.CrimeByTrauma * mass.Trauma[row]
            + (mass.Job[row] == Job.None ? p.CrimeByUnemployment : 0)
            + (record.Has(Service.Convict) ? p.CrimeByConviction : 0)
            + (record.Has(Service.Stressed) ? p.Brutalisation : 0);
    }

    private void Convict(int row)
    {
        soldiers.Convictions++;
        mass.Service[row] |= Service.Offender;
        mass.Sentence[row] = p.Sentence * clock.TicksPerWeek;
        foreach (var other in acquaintances.Neighbours(row))
        {
            ref var grievance = ref mass.Grievance.Pending(other);
            grievance = Math.Min(1, grievance + (float)(p.CrimeGrievance * soldiers.Persons.ShareMeant(other)));
        }
    }
}
