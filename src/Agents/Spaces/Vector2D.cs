namespace Agents.Spaces;

/// <summary>A place in the plane, or the way from one place to another, in the unit of the space.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Upwards.</param>
public readonly record struct Vector2D(double X, double Y)
{
    /// <summary>Where both numbers are 0.</summary>
    public static Vector2D Zero => default;

    /// <summary>Squared length: what comparisons of lengths need.</summary>
    public double LengthSquared => X * X + Y * Y;

    /// <summary>Length, 0 or more.</summary>
    public double Length => Math.Sqrt(LengthSquared);

    /// <summary>The vector of length 1 of the same direction; of the zero vector, which has none, the zero vector.</summary>
    public Vector2D Normalised() => LengthSquared > 0 ? this / Length : Zero;

    /// <summary>The sum.</summary>
    public static Vector2D operator +(Vector2D one, Vector2D other) => new(one.X + other.X, one.Y + other.Y);

    /// <summary>The difference.</summary>
    public static Vector2D operator -(Vector2D one, Vector2D other) => new(one.X - other.X, one.Y - other.Y);

    /// <summary>The opposite.</summary>
    public static Vector2D operator -(Vector2D vector) => new(-vector.X, -vector.Y);

    /// <summary>The vector made longer by a factor.</summary>
    public static Vector2D operator *(Vector2D vector, double factor) => new(vector.X * factor, vector.Y * factor);

    /// <summary>The vector made longer by a factor.</summary>
    public static Vector2D operator *(double factor, Vector2D vector) => vector * factor;

    /// <summary>The vector made shorter by a divisor.</summary>
    public static Vector2D operator /(Vector2D vector, double divisor) => new(vector.X / divisor, vector.Y / divisor);
}
