using Agents.Numerics;
using Elites.Parameters;

namespace Elites.Rules;

/// <summary>
/// The value of a gain or loss (Tversky and Kahneman 1992), and e^(-|v|/2) of it in a table, because every person asks
/// for it every week. Between its points, of which z = 0 is one, the table is straight; with the default exponent it
/// is off by less than 0.0002.
/// </summary>
internal sealed class ProspectTable : IPersistent
{
    private const float Least = -1;
    private const float Most = 4;
    private const int CellsPerUnit = 819;
    private const int Cells = CellsPerUnit * (int)(Most - Least);

    private double exponent;
    private double lossAversion;
    private readonly float[] keeps = new float[Cells + 2];

    public ProspectTable(HardshipParameters parameters)
    {
        (exponent, lossAversion) = (parameters.Exponent, parameters.LossAversion);
        for (var i = 0; i < keeps.Length; i++)
            keeps[i] = (float)Functions.Exp(-0.5 * Math.Abs(Value(Least + (double)i / CellsPerUnit)));
    }

    /// <summary>The value v(z) of a relative gain or loss.</summary>
    public double Value(double z) => z == 0 ? 0 : z > 0 ? Functions.Pow(z, exponent) : -lossAversion * Functions.Pow(-z, exponent);

    /// <summary>e^(-|v(z)|/2), from 1 at z = 0 down.</summary>
    public float Keeps(float z)
    {
        var position = (Math.Clamp(z, Least, Most) - Least) * CellsPerUnit;
        var cell = (int)position;
        return keeps[cell] + (position - cell) * (keeps[cell + 1] - keeps[cell]);
    }

    /// <summary>True while the table belongs to these parameters, which an intervention can change.</summary>
    public bool IsOf(HardshipParameters parameters) => exponent == parameters.Exponent && lossAversion == parameters.LossAversion;

    public void Persist(Checkpoint state)
    {
        (exponent, lossAversion) = (state.Value(exponent), state.Value(lossAversion));
        state.Values(keeps);
    }
}
