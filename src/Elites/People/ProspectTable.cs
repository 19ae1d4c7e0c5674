using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Agents.Numerics;

namespace Elites.People;

/// <summary>
/// The value of a gain or loss (Tversky and Kahneman 1992), and e^(-|v|/2) of it, in tables, because everybody asks for
/// them every week. Between their points, of which z = 0 is one, the tables are straight, and beyond them flat; with the
/// default parameters the value is off by less than 0.0004 and its exponential by less than 0.0002.
/// </summary>
internal sealed class ProspectTable : IPersistent
{
    private const float Least = -1, Most = 4;
    private const int CellsPerUnit = 819, Cells = CellsPerUnit * (int)(Most - Least);

    private readonly float[] values = new float[Cells + 2], keeps = new float[Cells + 2];
    private double exponent, lossAversion;

    public ProspectTable(HardshipParameters parameters)
    {
        (exponent, lossAversion) = (parameters.Exponent, parameters.LossAversion);
        for (var i = 0; i < values.Length; i++)
        {
            var value = Exactly(Least + (double)i / CellsPerUnit);
            (values[i], keeps[i]) = ((float)value, (float)Functions.Exp(-0.5 * Math.Abs(value)));
        }
    }

    /// <summary>The value v(z) of a relative gain or loss.</summary>
    public float Value(float z) => Between(values, z);

    /// <summary>e^(-|v(z)|/2), from 1 at z = 0 down.</summary>
    public float Keeps(float z) => Between(keeps, z);

    /// <summary><see cref="Keeps"/> of many numbers, in their place.</summary>
    [SkipLocalsInit]
    [BulkForm(nameof(Keeps))]
    public void Keep(Span<float> numbers)
    {
        Span<int> cells = stackalloc int[numbers.Length];
        var places = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        var wide = MemoryMarshal.Cast<int, Vector<int>>(cells);
        for (var i = 0; i < wide.Length; i++)
        {
            var position = (Functions.Within(places[i], Least, Most) - new Vector<float>(Least)) * CellsPerUnit;
            wide[i] = Vector.ConvertToInt32(position);
            places[i] = position - Vector.ConvertToSingle(wide[i]);
        }
        // Every cell is one of the table's, so that no bound needs a check: half the time of this loop.
        ref var points = ref MemoryMarshal.GetArrayDataReference(keeps);
        for (var i = 0; i < wide.Length * Vector<int>.Count; i++)
        {
            ref var point = ref Unsafe.Add(ref points, cells[i]);
            numbers[i] = point + numbers[i] * (Unsafe.Add(ref point, 1) - point);
        }
        for (var i = wide.Length * Vector<int>.Count; i < numbers.Length; i++)
            numbers[i] = Between(keeps, numbers[i]);
    }

    /// <summary>True while the table belongs to these parameters, which an intervention can change.</summary>
    public bool IsOf(HardshipParameters parameters) => exponent == parameters.Exponent && lossAversion == parameters.LossAversion;

    public void Persist(Checkpoint state)
    {
        (exponent, lossAversion) = (state.Value(exponent), state.Value(lossAversion));
        state.Values(values);
        state.Values(keeps);
    }

    private static float Between(float[] points, float z)
    {
        var position = (Functions.Within(z, Least, Most) - Least) * CellsPerUnit;
        var cell = (int)position;
        return points[cell] + (position - cell) * (points[cell + 1] - points[cell]);
    }

    private double Exactly(double z) => z == 0 ? 0 : z > 0 ? Functions.Pow(z, exponent) : -lossAversion * Functions.Pow(-z, exponent);
}
