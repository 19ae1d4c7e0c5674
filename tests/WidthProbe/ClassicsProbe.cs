using Agents;
using Classics;

namespace WidthProbe;

/// <summary>Short runs of every classic, the benchmark kernel by its block form and with rows that fill no vector.</summary>
internal static class ClassicsProbe
{
    public static void Feed(BitHash hash)
    {
        Feed(hash, new InfluenceKernel(new InfluenceKernel.Parameters { Agents = 5_003 }, Seed.Of(1)), 60);
        Feed(hash, new Boltzmann(new Boltzmann.Parameters { Agents = 1_000, Regime = Regime.Synchronous }, Seed.Of(1)), 30);
        Feed(hash, new Boltzmann(new Boltzmann.Parameters { Agents = 1_000 }, Seed.Of(1)), 30);
        var schelling = new Schelling(new Schelling.Parameters(), Seed.Of(1));
        Feed(hash, schelling, 10);
        hash.Add(schelling.Cells);
        var violence = new CivilViolence(new CivilViolence.Parameters(), Seed.Of(1));
        Feed(hash, violence, 50);
        hash.Add(violence.Cells);
    }

    private static void Feed(BitHash hash, Model model, int ticks)
    {
        while (model.Tick < ticks)
            model.Advance();
        hash.Add<char>(Fingerprint.Of(model));
    }
}
