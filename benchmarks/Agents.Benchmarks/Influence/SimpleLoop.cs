using Agents.Random;
using Classics;

namespace Agents.Benchmarks.Influence;

/// <summary>W1 as the simplest correct C#: one loop over arrays, every agent pulling its neighbours' flags.</summary>
internal static class SimpleLoop
{
    public static void Run(Society people)
    {
        for (var tick = 0u; tick < people.Ticks; tick++)
            Tick(people, tick);
    }

    public static void Tick(Society people, uint tick)
    {
        for (var i = 0; i < people.Count; i++)
        {
            var defected = 0;
            for (var k = 0; k < InfluenceKernel.Degree; k++)
                defected += people.Defected[people.Neighbours[InfluenceKernel.Degree * i + k]];
            var mean = defected * 0.125f;
            var u = new Draws(people.Seed, (uint)i, tick, people.Purpose).SymmetricSingle();
            var grievance = Math.Clamp(0.95f * people.Grievance[i] + 0.03f * people.Hardship[i] + 0.05f * mean + 0.01f * u, 0, 1);
            var loyalty = Math.Clamp(people.Loyalty[i] + 0.02f * (0.65f - grievance) - 0.03f * mean, 0, 1);
            people.Grievance[i] = grievance;
            people.Loyalty[i] = loyalty;
            people.Next[i] = grievance - loyalty > people.Threshold[i] ? (byte)1 : (byte)0;
        }
        people.SwapFlags();
    }
}
