using Agents.Numerics;
using Agents.Random;

namespace Elites.Populations;

/// <summary>The first state of regions, soldiers, veterans and plants.</summary>
internal static class Mobilisation
{
    /// <summary>Places everyone in a region with its wages, and soldiers in service, at home or, without a war, in civil life.</summary>
    public static void Make(Mass mass, Seed seed, ElitesParameters p)
    {
        var levels = WageLevels(seed, p);
        Settle(mass.Of(MassKind.Soldier), levels, -p.Labour.PovertyPull, mass);
        for (var row = 0; row < mass.Count; row++)
        {
            mass.WageLevel.Initial[row] = (float)levels[mass.Region[row]];
            mass.Exposure.Initial[row] = 1;
            if (mass.Job[row] is Job.Civil or Job.None)
                mass.Reference[row] = mass.WageLevel[row];
        }
        OpenPlants(mass, seed, p);
        Deploy(mass, seed, p);
    }

    /// <summary>Civil wages by region, 1 on average.</summary>
    private static double[] WageLevels(Seed seed, ElitesParameters p)
    {
        var draws = new Draws(seed, Model.ModelId, 0, Purposes.Regions);
        var levels = new double[p.Ties.Regions];
        foreach (ref var level in levels.AsSpan())
            level = Functions.Exp(p.Labour.RegionalSpread * draws.Normal());
        var mean = levels.Average();
        foreach (ref var level in levels.AsSpan())
            level /= mean;
        return levels;
    }

    /// <summary>Spreads rows over the regions in their order, by the regions' wages to a power.</summary>
    private static void Settle(Rows rows, double[] levels, double power, Mass mass)
    {
        var weights = levels.Select(level => Functions.Pow(level, power)).ToArray();
        var (region, passed, sum) = (0, weights[0], weights.Sum());
        for (var row = rows.From; row < rows.To; row++)
        {
            while (region + 1 < weights.Length && passed < (row - rows.From + 0.5) / rows.Count * sum)
                passed += weights[++region];
            mass.Region.Initial[row] = region;
        }
    }

    /// <summary>Plants are the workers of a region; they are hit by lay-offs more or less than others.</summary>
    private static void OpenPlants(Mass mass, Seed seed, ElitesParameters p)
    {
        var rows = mass.Of(MassKind.DefenceWorker);
        var draws = new Draws(seed, Model.ModelId, 1, Purposes.Regions);
        var exposures = new double[p.Ties.Regions];
        foreach (ref var exposure in exposures.AsSpan())
            exposure = 1 + p.Labour.PlantSpread * (2 * draws.Uniform() - 1);
        for (var row = rows.From; row < rows.To; row++)
        {
            mass.Exposure.Initial[row] = (float)exposures[mass.Region[row]];
            mass.Betrayal[row] = 1;
            if (!p.War.Enabled && draws.Uniform() * p.War.DefenceShare >= p.Settlement.DefenceShare)
                (mass.Job[row], mass.Reference[row], mass.Betrayal[row]) = (Job.Civil, mass.WageLevel[row], 0);
        }
    }

    private static void Deploy(Mass mass, Seed seed, ElitesParameters p)
    {
        var rows = mass.Of(MassKind.Soldier);
        var home = p.Veterans.ReturnedMillion / (p.Veterans.ReturnedMillion + p.Population.SoldiersMillion);
        for (var row = rows.From; row < rows.To; row++)
        {
            if (!p.War.Enabled)
            {
                (mass.Job[row], mass.Reference[row]) = (Job.Civil, mass.WageLevel[row]);
                continue;
            }
            // Spread evenly, so that every unit has as many of its veterans at home.
            var place = row - rows.From;
            var isHome = Math.Floor((place + 1) * home) > Math.Floor(place * home);
            var draws = new Draws(seed, mass.Ids[row], 0, Purposes.Service);
            mass.Service[row] = isHome ? Service.Veteran : Service.Serving;
            mass.Sign(row, p.Veterans, ref draws);
            if (draws.Chance(p.Veterans.StressedShare))
                mass.Harden(row, p.Veterans, ref draws);
            mass.Job[row] = isHome ? Job.Civil : Job.Front;
            mass.Reference[row] = isHome ? ((float)p.Labour.SoldierPay + mass.WageLevel[row]) / 2 : (float)p.Labour.SoldierPay;
        }
    }
}
