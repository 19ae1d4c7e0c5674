namespace Elites.Economics;

/// <summary>The economy as a whole.</summary>
internal sealed class Economy : IPersistent
{
    /// <summary>Output less potential output, as a share of potential.</summary>
    public double Gap { get; set; }

    /// <summary>Potential output, in that of the start.</summary>
    public double Potential { get; set; } = 1;

    /// <summary>Defence share of output (d).</summary>
    public double DefenceShare { get; set; }

    /// <summary>Defence share of output in the war (d0), at which the defence industry was in balance.</summary>
    public required double DefenceShareInWar { get; init; }

    /// <summary>Share of defence jobs cut in this week.</summary>
    public double LayOffs { get; set; }

    /// <summary>Unemployed as a share of the labour force, weighted by persons.</summary>
    public double Unemployment { get; set; }

    /// <summary>Yearly inflation.</summary>
    public double Inflation { get; set; } = 0.086;

    /// <summary>Roubles for a dollar.</summary>
    public double ExchangeRate { get; set; } = 140;

    /// <summary>Money printed and not yet spent (O), as a share of output.</summary>
    public double Overhang { get; set; }

    /// <summary>Foreign reserves, as a share of yearly output.</summary>
    public double Reserves { get; set; } = 0.12;

    /// <summary>The state's yearly revenue, as a share of output.</summary>
    public double Revenue { get; set; }

    /// <summary>The state's yearly deficit, as a share of output.</summary>
    public double Deficit { get; set; }

    /// <summary>Rents of the elite, in those of the start.</summary>
    public double Rents { get; set; } = 1;

    /// <summary>Output lost in a tick to sanctions newly imposed.</summary>
    public double SanctionShock { get; set; }

    /// <summary>Share of the oil income of the start that is left.</summary>
    public double OilIncome { get; set; } = 1;

    /// <summary>Share of it that sanctions leave, whatever the price of oil.</summary>
    public double OilLeft { get; set; } = 1;

    /// <summary>The price of oil, in that of the start.</summary>
    public double OilPrice { get; set; } = 1;

    /// <summary>The state's yearly revenue that the price of oil adds to what it was at the start, as a share of output.</summary>
    public double Windfall { get; set; }

    /// <summary>The part of the price's log that chance makes.</summary>
    public double OilDrift { get; set; }

    /// <summary>Yearly growth of output that chance brings.</summary>
    public double GrowthDrift { get; set; }

    /// <summary>Yearly growth of output that shocks bring, those imposed among them.</summary>
    public double Shock { get; set; }

    /// <summary>The central bank's rate, per year.</summary>
    public double PolicyRate { get; set; } = 0.21;

    /// <summary>The real rate that borrowers are used to.</summary>
    public double UsualRealRate { get; set; } = 0.21 - 0.086;

    /// <summary>Listings of sanctions that weigh on output, in tens of thousands.</summary>
    public double Listings { get; set; }

    /// <summary>The state's yearly spending, as a share of output.</summary>
    public double Spending { get; set; }

    /// <summary>Part of the yearly deficit that reserves pay; negative where a surplus fills them.</summary>
    public double PaidFromReserves { get; set; }

    /// <summary>Part of the yearly deficit that is printed; negative where a surplus takes money back.</summary>
    public double Printed { get; set; }

    /// <summary>Yearly depreciation of late, in logs.</summary>
    public double Depreciation { get; set; }

    /// <summary>Fall of the currency that prices at home call for, in logs.</summary>
    public double ParityFall { get; set; }

    /// <summary>Yearly inflation that people are used to.</summary>
    public double UsualInflation { get; set; } = 0.086;

    /// <summary>Share of real wages that unforeseen inflation has taken.</summary>
    public double Erosion { get; set; }

    /// <summary>Jobs left in the defence industry, as a share of those of the war.</summary>
    public double DefenceJobs { get; set; } = 1;

    /// <summary>Whether the currency is in a crisis.</summary>
    public bool HasCurrencyCrisis { get; set; }

    /// <summary>Output, in that of the start.</summary>
    public double Output => Potential * (1 + Gap);

    /// <summary>The mean civilian wage in what it buys, in that of the start.</summary>
    public double Wage => Output * (1 - Erosion);

    /// <summary>The central bank's rate less inflation.</summary>
    public double RealRate => PolicyRate - Inflation;

    public void Persist(Checkpoint state)
    {
        (Gap, Potential, LayOffs, Unemployment) = (state.Value(Gap), state.Value(Potential), state.Value(LayOffs), state.Value(Unemployment));
        (DefenceShare, Inflation, ExchangeRate, Overhang) = (state.Value(DefenceShare), state.Value(Inflation), state.Value(ExchangeRate), state.Value(Overhang));
        (Reserves, Revenue, Deficit, Rents) = (state.Value(Reserves), state.Value(Revenue), state.Value(Deficit), state.Value(Rents));
        (SanctionShock, OilIncome, Listings) = (state.Value(SanctionShock), state.Value(OilIncome), state.Value(Listings));
        (Spending, Printed) = (state.Value(Spending), state.Value(Printed));
        (PaidFromReserves, Depreciation, ParityFall) = (state.Value(PaidFromReserves), state.Value(Depreciation), state.Value(ParityFall));
        (UsualInflation, Erosion, DefenceJobs) = (state.Value(UsualInflation), state.Value(Erosion), state.Value(DefenceJobs));
        (OilLeft, OilPrice, OilDrift, Windfall) = (state.Value(OilLeft), state.Value(OilPrice), state.Value(OilDrift), state.Value(Windfall));
        (GrowthDrift, Shock) = (state.Value(GrowthDrift), state.Value(Shock));
        (PolicyRate, UsualRealRate) = (state.Value(PolicyRate), state.Value(UsualRealRate));
        HasCurrencyCrisis = state.Value(HasCurrencyCrisis);
    }
}
