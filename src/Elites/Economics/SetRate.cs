namespace Elites.Economics;

/// <summary>
/// The central bank's rate (Taylor 1993, smoothed): it goes to rate + by_inflation (pi - inflation) + by_gap gap, never below 0.
/// A real rate above what borrowers are used to lowers the gap (<see cref="ShrinkEconomy"/>). The same bank in every world.
/// </summary>
internal readonly struct SetRate(Economy economy, Clock clock, ElitesParameters parameters)
{
    private readonly CentralBankParameters p = parameters.CentralBank;

    private double Wanted => Math.Max(0, p.Rate + p.ByInflation * (economy.Inflation - p.Inflation) + p.ByGap * economy.Gap);

    /// <summary>The first state: the rate of the war, or in a world at peace what the rule asks for; borrowers are used to it.</summary>
    public void Begin()
    {
        economy.PolicyRate = parameters.War.Enabled ? p.Rate : Wanted;
        economy.UsualRealRate = economy.RealRate;
    }

    public void Step()
    {
        if (p.Strength == 0)
            return;
        economy.PolicyRate += (1 - clock.Left(p.SmoothingHalfLife)) * (Wanted - economy.PolicyRate);
        economy.UsualRealRate = Usual.Next(economy.UsualRealRate, economy.RealRate, 1 - clock.Left(p.UsualHalfLife));
    }
}
