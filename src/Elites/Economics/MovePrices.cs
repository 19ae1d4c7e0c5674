using Agents.Numerics;
using Elites.Warfare;

namespace Elites.Economics;

/// <summary>
/// M5, prices and the currency: pi = pi* - slope (u - u*) + pull (d - d_peace) + pt depreciation + psi rel O + psi_p
/// max(0, printed - as at the start), where the overhang O of printed money is spent slowly in war and fast at peace. Wages lag behind prices that rise faster than
/// people are used to. The exchange rate follows income and prices; when reserves run out, the currency falls.
/// </summary>
internal readonly struct MovePrices(Economy economy, Settlement settlement, Moment moment, ElitesParameters parameters)
{
    /// <summary>Reserves at which a currency crisis ends, as a share of output (assumed).</summary>
    private const double Recovered = 0.02;

    /// <summary>Inflation abroad (assumed).</summary>
    private const double Abroad = 0.03;

    /// <summary>Half-life in which a depreciation reaches prices, weeks (assumed).</summary>
    private const double PassThroughHalfLife = 26;

    private readonly PriceParameters p = parameters.Prices;
    private readonly Clock clock = moment.Clock;

    public void Step()
    {
        if (p.Strength == 0)
            return;
        MoveCurrency();
        var release = Release();
        economy.Inflation = InflationAt(release);
        economy.Overhang -= clock.Years * release * economy.Overhang;
        var left = clock.Left(p.WageHalfLife);
        var unforeseen = p.Strength * (economy.Inflation - economy.UsualInflation);
        economy.Erosion = Math.Clamp(left * economy.Erosion + p.WageLag * unforeseen * clock.Years, -0.5, 0.5);
        economy.UsualInflation = economy.Inflation + left * (economy.UsualInflation - economy.Inflation);
    }

    /// <summary>The first state: people are used to the inflation there is.</summary>
    public void Begin() => economy.UsualInflation = economy.Inflation = InflationAt(Release());

    private double Release() => p.ReleaseAtPeace + settlement.Warness * (p.ReleaseInWar - p.ReleaseAtPeace);

    private double InflationAt(double release) => p.CoreInflation
        - p.Slack * (economy.Unemployment - parameters.Labour.NormalUnemployment)
        + p.DemandPull * (economy.DefenceShare - parameters.Settlement.DefenceShare)
        + p.PassThrough * Math.Max(0, economy.Depreciation)
        + p.Overhang * release * economy.Overhang + p.Printing * Math.Max(0, economy.Printed - PrintedAtStart);

    /// <summary>Money that the state printed in a year of the war as it was: prices and wages have taken it in.</summary>
    private double PrintedAtStart => parameters.War.Enabled ? (1 - p.FromReserves) * p.DeficitAtStart : 0;

    private void MoveCurrency()
    {
        var before = economy.ExchangeRate;
        economy.ParityFall += p.Parity * (economy.Inflation - Abroad) * clock.Years;
        var lost = p.Strength * p.OilElasticity * -Functions.Log(Math.Clamp(economy.OilIncome, 0.05, 10));
        var draws = moment.Draws(Purposes.Currency);
        var gap = economy.ParityFall + lost - Functions.Log(before / p.ExchangeRate);
        var fall = (1 - clock.Left(p.ExchangeHalfLife)) * gap + p.ExchangeNoise * Math.Sqrt(clock.Years) * draws.Normal() + Crisis();
        economy.ExchangeRate = before * Functions.Exp(fall);
        var left = clock.Left(PassThroughHalfLife);
        economy.Depreciation = left * economy.Depreciation + (1 - left) * fall / clock.Years;
    }

    /// <summary>The fall of the currency in the tick in which reserves run out; it lasts, for prices follow.</summary>
    private double Crisis()
    {
        if (economy.HasCurrencyCrisis)
            economy.HasCurrencyCrisis = economy.Reserves < Recovered;
        else if (economy.Reserves <= 1e-12)
        {
            economy.HasCurrencyCrisis = true;
            economy.ParityFall += p.CrisisFall;
            moment.Record(Happenings.CurrencyCrisis, "currency", economy.ExchangeRate * Functions.Exp(p.CrisisFall));
            return p.CrisisFall;
        }
        return 0;
    }
}
