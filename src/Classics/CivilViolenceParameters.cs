using Agents.Numerics;

namespace Classics;

/// <summary>What a person on the grid does.</summary>
public enum Stance : byte
{
    /// <summary>A citizen who keeps quiet.</summary>
    Quiet,

    /// <summary>A citizen in open rebellion.</summary>
    Active,

    /// <summary>A citizen in jail: stays and blocks the cell.</summary>
    Jailed,

    /// <summary>A cop.</summary>
    Cop,
}

/// <summary>How the ratio of cops to rebels enters a citizen's estimate of the risk of arrest.</summary>
public enum RatioRounding
{
    /// <summary>C/A as it is: no outbursts happen.</summary>
    Raw,

    /// <summary>C/A rounded down.</summary>
    Floor,

    /// <summary>C/A rounded to the nearest whole number, halves to the even one.</summary>
    Round,
}

public sealed partial class CivilViolence
{
    /// <summary>What a config may set.</summary>
    public sealed class Parameters
    {
        [Parameter("Cells in a row.", Unit = "cell", Min = 3, Max = 10_000, Source = "Epstein 2002", AtStartOnly = true)]
        public int Width { get; set; } = 40;

        [Parameter("Rows of cells.", Unit = "cell", Min = 3, Max = 10_000, Source = "Epstein 2002", AtStartOnly = true)]
        public int Height { get; set; } = 40;

        [Parameter("Number of citizens.", Min = 1, Max = 10_000_000, Source = "Epstein 2002", AtStartOnly = true)]
        public int Citizens { get; set; } = 1_120;

        [Parameter("Number of cops.", Min = 0, Max = 10_000_000, Source = "Epstein 2002", AtStartOnly = true)]
        public int Cops { get; set; } = 64;

        [Parameter("How far citizens and cops see and walk (von Neumann).", Unit = "cell", Min = 1, Max = 100, Source = "Epstein 2002", AtStartOnly = true)]
        public int Vision { get; set; } = 7;

        [Parameter("L: legitimacy of the regime; grievance is hardship times 1 - L.", Min = 0, Max = 1, Source = "Epstein 2002")]
        public double Legitimacy { get; set; } = 0.82;

        [Parameter("T: excess of grievance over expected risk that makes a citizen rebel.", Min = 0, Max = 1, Source = "Epstein 2002")]
        public double Threshold { get; set; } = 0.1;

        [Parameter("k: weight of the ratio of cops to rebels in the estimated probability of arrest.", Min = 0, Max = 100, Source = "Epstein 2002")]
        public double ArrestConstant { get; set; } = 2.3;

        [Parameter("J: longest sentence; sentences are uniform on 0 to J.", Unit = "step", Min = 0, Max = 1_000_000, Source = "Epstein 2002")]
        public int LongestSentence { get; set; } = 30;

        [Parameter("How the ratio of cops to rebels is rounded: it switches the outbursts on or off.")]
        public RatioRounding Rounding { get; set; } = RatioRounding.Floor;

        [Parameter("How people take their turns: shuffled_sweep, random_sequential or fixed_order.", AtStartOnly = true)]
        public Regime Regime { get; set; } = Regime.ShuffledSweep;

        internal long Agents => Citizens + (long)Cops;

        /// <summary>P = 1 - exp(-k C/A), the ratio rounded as the parameters say.</summary>
        /// <param name="cops">C: cops in sight, 0 or more.</param>
        /// <param name="rebels">A: active citizens in sight and the citizen himself, 1 or more.</param>
        public double ArrestProbability(int cops, int rebels)
        {
            var ratio = (double)cops / rebels;
            var counted = Rounding switch
            {
                RatioRounding.Floor => Math.Floor(ratio),
                RatioRounding.Round => Math.Round(ratio, MidpointRounding.ToEven),
                _ => ratio,
            };
            return 1 - Functions.Exp(-ArrestConstant * counted);
        }

        internal string? Complaint()
        {
            if (Regime == Regime.Synchronous)
                return "regime must be sequential: people move into cells that others have just left.";
            if (Citizens + (long)Cops > (long)Width * Height)
                return "citizens and cops must find place on width x height cells.";
            return 2 * Vision + 1 > Math.Min(Width, Height) ? "vision must not reach round the torus: 2 x vision must be less than width and height." : null;
        }
    }
}
